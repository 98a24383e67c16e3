/**
 * Given names that nearly always tell whether "he" or "she" is meant, lower case. Names that both have (Alex, Andrea, Jean, Kim, Nikita, Robin,
 * Sasha) are left out: a wrong speaker costs more than an open one.
 */

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter((name) => name !== ''))
}

export const MASCULINE_NAMES = names(`
  aaron abdul abdullah abraham adam ahmed alan albert alejandro aleksandr alexander alexei alexey alfred ali anatoly andreas andrei andrew andrey
  andrii angus anthony antonio arthur barack ben benjamin bernard bernie bill bob boris brad bradley brandon brendan brian bruce bruno carl
  carlos charles christian christopher christoph clarence claude colin craig dan daniel dave david dennis denis dick dieter dimitri dmitri
  dmitry dmytro don donald doug douglas dwight ed eduardo edward edwin emmanuel enrique eric erik ernest eugene evan fabian felix ferdinand
  fernando fidel francisco francois françois frank franz fred frederick friedrich gary geoffrey geoff george gerald gerard gerhard gilbert
  giovanni giuseppe glenn gordon graham greg gregory guillermo gustav hans harold harry hassan heinrich heinz helmut henri henry herbert howard
  hugh hugo hussein ian ibrahim igor ivan jack jacob jacques jake james jared jason javier jeff jeffrey jeremy jerome jerry jim jimmy joe joel
  johann john johnny jonathan jorge josé jose joseph joshua juan juergen jürgen julio justin karl keith kenneth kevin klaus kurt kyle
  lars lawrence leon leonard leonid lloyd louis luigi luis luke marc marco marcus mario mark markus martin matt matthew maurice max maxim
  michael michel miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad mustafa mykola nathan neil nicholas nick nigel nikolai
  nikolaus norbert oleg oleksandr oleksii oliver olivier omar oscar otto owen pablo paolo patrick paul pavel pedro peter petro philip philippe
  phillip pierre rafael ralph ramon randy raymond reinhard ricardo richard rick rob robert roberto rodney roger roland roman ronald rupert
  russell ryan sam samuel scott sean sebastian serge sergei sergey sergio serhii simon stanislav stanley stefan stephen steve steven stewart
  stuart ted terrence theodore thierry thomas tim timothy tobias todd tom tommy tony trevor ulrich uwe vadim vasily victor viktor vincent
  vitali vitaliy vladimir vladislav volodymyr walter warren wayne wilhelm william willy wolfgang yuri yuriy yves zachary
  agus ahmad bambang budi hendra joko rudi slamet
`)

export const FEMININE_NAMES = names(`
  abigail agnes alexandra alice alicia alison allison amanda amber amelia amy ana anastasia angela angelina anita ann anna anne annette annie
  ariana barbara beatrice becky bernadette bertha beth betty beverly bonnie brenda bridget brigitte camilla carla carly carmen carol
  carole carolina caroline carolyn caterina catherine cecilia celia charlotte cheryl chloe christina christine cindy clara claire claudia
  connie constance cristina cynthia daniela danielle deborah debra delia denise diana diane dolores donna dora doris dorothy edith eileen
  elaine eleanor elena elisabeth elise elizabeth ella ellen elsa emily emma erika erna ernestina esther eva eve evelyn fatima fiona florence
  frances franziska gabriela gabriella geraldine gertrude gina giovanna gisela giulia gladys gloria grace greta gretchen hanna hannah heather
  heidi helen helena helene hillary huma ilse inga ingrid irene irina iris isabel isabella ivanka jacqueline jane janet janice jeanne jennifer
  jenny jessica jill joan joanna josephine joyce juanita judith judy julia juliana julie karen karin karina kate katharina katherine kathleen
  kathryn kathy katie katrina kellyanne kristen kristin laura lauren laurie leila lena lillian linda lisa liz lois loretta lori louise lucia
  lucy luisa lydia lynne madeleine madeline maggie marcia margaret margarita maria marianne marie marija marilyn marina mariya marjorie marla
  marta martha mary maureen megan meghan melania melanie melinda melissa mercedes michelle mildred molly monica monika muriel nadia nadine
  nancy naomi natalia natalie natalya nathalie nicole nina nora norma oksana olena olga olivia paige pamela patricia patrizia paula pauline
  peggy penelope phyllis rachel rebecca regina renate rita roberta rosa rosalind rose rosemary roxanne ruth sabine sally samantha sandra
  sara sarah sharon sheila shirley silvia simone sofia sonia sophia sophie stella stephanie susan susana susanne suzanne svetlana sylvia tamara
  tanya tatiana teresa thelma theresa tiffany tina tracey ursula valentina valeria vanessa vera veronica victoria viktoria violet virginia
  wendy wilhelmina yolanda yulia yvette yvonne
  dewi megawati puan retno siti
`)
