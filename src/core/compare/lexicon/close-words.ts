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
`
