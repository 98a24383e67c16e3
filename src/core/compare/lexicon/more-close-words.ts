/** Continues `CLOSE_WORDS` (close-words.ts). */
export const MORE_CLOSE_WORDS = `
all every entire whole
entire whole complete
complete full total
completely totally entirely fully wholly
partly partially
about approximately around roughly some
almost nearly
exactly precisely
only just merely solely
also too additionally
but however yet although
although though despite
because since due
therefore thus hence consequently
if whether
especially particularly
very extremely highly
together jointly
joint common shared mutual
alone only
different other various
same identical
similar alike
number amount figure
figure number
percent percentage
part portion share
level standard
result outcome consequence
effect impact influence
influence sway
cause reason
reason ground motive
lead cause
happen occur take_place
event incident
accident crash
incident episode
situation circumstances condition
condition circumstance
circumstances conditions
show indicate demonstrate
indicate suggest
seem appear
appear emerge
become turn
stay remain
remain continue
keep maintain retain
hold keep
hold organize
organize arrange
meet gather encounter
meeting session encounter gathering
summit meeting
conference congress
visit trip tour
speak talk
speech address
statement declaration remark
remark comment
report account
report announce
message letter
publish release issue
newspaper paper
journalist reporter correspondent
media press
television tv broadcast
broadcast televise air
picture image photo photograph
film movie
book novel
writer author
music song
sing song
singer vocalist
actor actress
artist painter
play game match
match game
team side squad
player footballer
coach trainer
fan supporter
referee umpire
goal score
race run
record best
athlete sportsman
competition contest tournament
championship title
prize award
school education
teacher teaching
pupil student
university college
class lesson
scientist researcher
research study
study examine
expert specialist
analyst observer
technology technique
computer machine
internet online web
phone telephone mobile
call phone telephone
energy power
electricity power
gas fuel
oil petroleum crude
nuclear atomic
water river
environment ecology
pollution contamination
waste garbage rubbish
forest woods
tree wood
farm agriculture
farmer peasant
harvest crop
food nourishment
hunger famine starve
poor poverty
rich wealthy
wealth prosperity
free liberty
freedom liberty
right entitlement
democracy democratic
equal equality
peace peaceful
peacekeeper peacekeeping
violence violent
protest demonstrate demonstration rally
protester demonstrator
rebel insurgent
terrorist terror
enemy foe adversary
ally partner
alliance coalition
friend ally
friendly cordial amicable
relation relationship tie
relations ties
cooperate collaborate work_together cooperation
cooperation collaboration partnership
trade commerce commercial
import export
export sale
market exchange
share stock
investor invest
customer client consumer
consumer customer
product good goods
produce make manufacture
production output
build construct erect
construction building
restore rebuild reconstruct repair
repair fix mend
replace substitute
create establish set_up found
establish set_up
form establish
join take_part enter
participate take_part
member participant
include contain
belong part
contain include
control command
command order
order instruct
obey follow comply
violate breach break
respect observe
rule govern
rule regulation
regulation rule
right law
measure step action
action act
act deed
step measure
move step
effort attempt
try attempt seek
try endeavor
attempt try
use employ utilize
use usage
apply use
provide supply give
supply deliver provide
receive get obtain
get obtain
give hand grant
grant award
take_away remove
remove take_off
throw toss
pull draw
push press
pressure press
force compel
compel oblige
avoid evade
escape evade
hide conceal
secret hidden
reveal disclose
open unlock
know aware
aware know
unknown unidentified
learn find_out
understand comprehend grasp
remember recall recollect
forget neglect
see observe notice
notice realize
realize understand
watch observe
look see
hear listen
feel sense
fear afraid worry
worry concern
concern worried
concern anxiety
afraid scared
panic alarm
angry furious
anger rage fury
happy glad pleased
pleased satisfied
sad unhappy
satisfied content
satisfactory satisfying
disappointed disappoint
surprise astonish
shock shocked
love like
hate hatred
proud pride
brave courage courageous
coward cowardly craven
honest sincere
genuine real
real actual true
fake forged counterfeit
strange odd
terrible awful dreadful horrible
bad poor
good well
excellent outstanding
beautiful lovely
famous well_known
popular favored
public open
private personal
national domestic
international global world
world globe
local regional
central main
main chief principal
final last
first initial
next coming
next following
latter last
north northern
south southern
east eastern
west western
left leftist
century hundred
decade ten
year annual yearly
yearly annual
month monthly
week weekly
weekend saturday sunday
day daily
night overnight
night evening
evening tonight
morning dawn
noon midday
monday start_of_the_week
hour sixty
spring springtime
autumn fall
birthday anniversary
birth born
marry wedding
die pass_away
bury funeral
grave tomb
body corpse
blood bleed
head skull
heart cardiac
hand give
eye look
kill murder
suicide kill
church religious
priest clergy
pray prayer
god divine
bridge crossing
build_up buildup accumulation concentration
path road way avenue route
window opportunity opening
opening potential
hysteria hysterical
denounce decry
resign step_down quit
resignation departure
impose introduce
sanctions measures
lift remove
lift_off launch start
suspend stop
review consider discuss examine
reaffirm reiterate confirm repeat
repeat reiterate
extend prolong
extend expand
expand enlarge enlargement expansion
spread expand
deep profound
high top
record highest
low bottom
huge vast
wide broad
narrow tight
near close
close near
far distant
inside within
outside beyond
above over
below under
around near
between among
against opposed
without lacking
lack shortage absence
shortage scarcity
scarce rare
rare uncommon
enough sufficient
sufficient adequate
excessive too_much
extra additional further
further additional more
add supplement
rest remainder
remaining left
separate divide
divide split
split divide
unite unify
unity united
independent independence
depend rely
rely depend count_on
trust confidence
confidence faith
believe faith
suspicion suspect
`
