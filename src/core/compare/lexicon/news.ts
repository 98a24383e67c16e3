/**
 * Words that two translators of one news sentence choose between, where a general thesaurus is silent or too cautious. A
 * line is a class; a verb with its particle is written `put_off`. Close: one may stand for the other nearly anywhere.
 */
export const CLOSE_WORDS = `
possibility chance opportunity prospect likelihood odds
propose suggest recommend offer advise
continue proceed go_on carry_on keep_on resume pursue press_on persist remain
talks negotiations dialogue discussions consultations conversation negotiate
discuss talk_about address debate consider
soldiers troops servicemen
troops forces army military armed
army military
agreement deal accord pact treaty settlement understanding
ceasefire truce armistice
attack assault offensive strike raid
invade attack occupy
invasion incursion aggression
war conflict fighting hostilities
fighting battle combat clashes
crisis conflict emergency
delay postpone put_off defer suspend
cancel call_off scrap abandon drop
begin start launch commence open
end finish conclude stop halt cease terminate close
stop halt prevent block bar
close shut shut_down close_down closure
reopen resume
increase rise grow go_up climb jump surge raise soar gain
decrease fall drop decline go_down reduce slump plunge sink
reduce cut lower decrease lessen diminish curb slash
raise increase lift
double twice twofold
half halve
quarter fourth
third thirds
buy purchase acquire take_over acquisition takeover
sell sale
pay spend cost
price cost
costs expenses
money funds cash funding
wage salary pay income earnings
tax levy duty
tariff duty customs
job work employment post position
worker employee staff labor
dismiss fire sack lay_off
hire employ recruit
strike walkout stoppage
union unions
company firm business corporation enterprise
group concern
factory plant works
bank lender institute
economy economic
growth grow
inflation prices
budget spending
debt deficit
crash collapse
kill die slay
dead killed victims
death fatality
death_toll deaths
injure wound hurt injury
injured wounded
sick ill unwell
illness disease sickness
doctor physician medic
hospital clinic
drug medicine medication
treatment therapy treat
vaccine vaccination jab vaccinate
virus pathogen
infection infect contagious
epidemic pandemic outbreak
rescue save
rescuer helper
survivor survive
help assist aid assistance support
support back endorse
supporter backer follower adherent
donate give donation
people persons citizens population inhabitants
inhabitant resident citizen dweller
person human individual
man men guy
woman female
child kid youngster
family household
parents mother father
young youth
old elderly aged
refugee migrant
flee escape
house home building
apartment flat
city town
village settlement
capital metropolis
country nation state
state federal
region area zone territory province district
border frontier boundary
neighbor neighboring adjacent
abroad overseas foreign
foreign external
government cabinet administration authorities
president head_of_state
premier prime_minister
minister secretary
ministry department
parliament assembly legislature congress
lawmaker deputy legislator parliamentarian
senator senate
mayor municipal
law act legislation statute
bill law draft
election vote poll ballot
voter electorate
referendum plebiscite
candidate contender
opposition opponent
party faction
leader head chief boss
lead head
chairman chair president
king monarch queen
ambassador envoy
diplomat envoy
diplomacy diplomatic diplomat
spokesman spokeswoman spokesperson representative
representative delegate
official officer
officer policeman police
police officers
arrest detain take_into_custody capture
detention custody
prison jail
sentence condemn
trial proceedings
court tribunal judge
judge justice
judgment verdict ruling
lawyer attorney counsel
accuse charge allege blame
accusation allegation charge
suspect accused
guilt guilty
crime offense
criminal perpetrator
murder kill homicide
theft steal rob
fraud deception
witness eyewitness
evidence proof
prove demonstrate show
investigate probe inquire investigation inquiry
investigator detective
search look_for seek
find discover locate
discover detect uncover
disappear vanish
missing lost
kidnap abduct
hostage captive
release free liberate set_free let_go
weapon arms
gun firearm rifle
bomb explosive
explosion blast
explode blow_up detonate go_off
missile rocket
shoot fire gunfire
shooting gunfire
shell bombard
destroy wreck ruin devastate demolish
damage harm
burn fire blaze flames
fire blaze
flood inundate
storm hurricane gale
earthquake quake tremor
rain rainfall precipitation
drought dry
hot heat
cold chill freeze
weather climate
sea ocean
coast shore
ship vessel boat
harbor port
plane aircraft airplane jet
airline carrier
flight fly
pilot captain
airport airfield
train railway rail
car automobile vehicle
truck lorry
road street highway motorway
drive travel
travel trip journey
leave depart
arrive come reach
return come_back go_back
enter go_into
cross traverse
send dispatch deliver
deploy station position
withdraw pull_out retreat pull_back leave
move shift transfer relocate
bring carry transport
take seize
seize capture take_over
occupy hold
surrender capitulate capitulation give_up
defeat beat overcome
win victory triumph
winner champion
lose loss
fail failure
succeed success
achieve reach attain accomplish
reach get_to
goal aim objective target purpose
aim intend plan
intend plan mean want
plan project scheme
plan intend
prepare ready get_ready
prepared ready willing
willing prepared
want wish desire would_like
wish hope
hope expect look_forward
expect anticipate await
wait await
demand request call_for
demand insist
ask request
ask question
request appeal
urge call_on appeal encourage exhort
call urge
answer reply respond response
react respond reaction
say state declare announce tell
tell inform notify
announce declare
declare proclaim
explain clarify
describe portray
mention note
note remark observe
comment remark
emphasize stress underline underscore highlight
insist maintain assert
claim assert maintain
confirm affirm verify
deny reject refute dispute
reject refuse decline turn_down rebuff dismiss
refuse decline
accept agree approve
approve adopt endorse consent
approval consent permission
allow permit let enable
permission authorization
forbid ban prohibit bar outlaw
ban prohibition embargo
admit concede acknowledge
admit confess
acknowledge recognize
promise pledge vow assure
guarantee assure ensure
warn caution
warning alert
threaten menace
threat danger menace risk
danger risk hazard peril
dangerous risky hazardous perilous
safe secure
safety security
protect defend guard
defense protection
criticize condemn denounce
condemn denounce
criticism critic
praise commend laud
welcome greet
thank gratitude grateful
apologize sorry apology
regret sorry
forgive pardon
mistake error
wrong false incorrect
false untrue
lie untruth
truth true
true correct right
fair just
unfair unjust
believe think consider assume
think feel
suppose assume
opinion view
view opinion perspective
decide determine resolve
decision resolution
choose select pick opt
choice option alternative
change alter modify
change shift transformation
reform overhaul
improve better enhance
improvement progress
progress advance headway
develop development evolve
worse worsen deteriorate
strengthen reinforce bolster
weaken undermine
important significant crucial vital
crucial critical decisive key
essential necessary vital indispensable
necessary needed required
need require
must should ought have_to
difficult hard tough tricky
problem issue difficulty trouble
issue matter question
question matter
easy simple
possible feasible
impossible unthinkable
likely probable
unlikely improbable
certain sure definite
clear obvious evident plain
unclear uncertain
doubt question
serious grave severe
severe harsh tough
huge enormous massive vast giant
big large great
small little tiny
long lengthy
short brief
quick fast rapid swift speedy
quickly rapidly swiftly fast
slow sluggish
immediately at_once instantly right_away
immediate instant prompt
soon shortly
now currently presently
present current
today nowadays
recently lately
recent latest new
new fresh novel
former ex previous
previous earlier prior
early soon
later subsequently afterwards
before prior ahead
after following
during amid throughout
finally eventually ultimately
always ever constantly
often frequently
frequent common
sometimes occasionally
rarely seldom
again anew once_more
still yet
already previously
forever permanently
permanent lasting
temporary temporarily interim provisional
dozens scores
many numerous
several some various
most majority
few little
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

/** Of one field: in the same sentence they may say the same. */
export const FIELD_WORDS = `
talk dialogue negotiation diplomacy meeting exchange contact call
soldier troop force army military fighter guard
kill die dead death victim toll casualty fatal lose life
injure wound hurt hospital
government cabinet minister ministry administration state authorities
president leader head chief premier prime chancellor
parliament senate congress lawmaker deputy house
police officer guard security
court judge trial law justice legal lawyer tribunal
prison jail sentence arrest detain custody
vote election poll ballot electoral voter elect
money fund pay finance financial bank cash budget
worker employee staff job labor work
company firm group business industry corporate
school class pupil student lesson teacher education
hospital doctor nurse patient clinic medical health physician
ship boat vessel ferry port harbor sail crew
plane aircraft flight pilot airport fly airline
train railway rail station track
car vehicle road drive driver highway traffic
house home building apartment roof family
city town village municipal mayor council
country nation state people national land
border frontier territory cross
war attack fight battle invasion military bomb
weapon arm gun missile rocket bomb
peace truce ceasefire treaty agreement accord
protest demonstration march rally street
fire burn flame blaze smoke
water river flood sea lake rain
rain storm snow wind weather
earthquake quake rubble ruin
farm farmer harvest wheat crop food
price cost inflation expensive rent
oil gas energy fuel pipeline electricity power
team match game player coach win goal sport
film movie director actor cinema
book writer novel author write
music song concert singer orchestra
child kid son daughter boy girl parent
mother parent father
woman wife girl lady
man husband boy
science scientist research researcher study expert
space rocket launch satellite orbit
vaccine virus disease infection pandemic
refugee migrant flee asylum
church priest bishop religious pray
king queen royal monarch prince princess
threat danger risk warn
promise guarantee commit
say claim state insist report tell
think believe opinion view consider
want wish hope plan intend
start begin open launch found
end close finish over stop
increase rise grow more up
decrease fall drop less down
big large great huge major
small little minor
quick fast soon immediate
important key main major
difficult problem trouble crisis
safe protect security defend
free release liberate
help support aid assist
stop prevent block
show see look appear
find discover search
go leave travel move come
come arrive reach return
give provide send offer
take bring carry seize
make produce build create
use employ apply
know learn understand
speak talk say
ask question request demand
answer reply respond
year decade annual
`

/** Answers that alone mean yes. */
export const ASSENTS = 'good fine okay ok alright agreed yes yeah right sure understood great fine indeed certainly absolutely exactly correct'
