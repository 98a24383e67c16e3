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
export const ASSENTS =
  'good fine okay ok alright agreed yes yeah right sure understood great fine indeed certainly absolutely exactly correct'
