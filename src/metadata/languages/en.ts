import { type LanguageWords, wordSet } from './language-words.ts';
import { other } from './other.ts';
import { perWord } from './per-word.ts';

/** English; also what is assumed of Latin letters within articles of other scripts. */
export const en: LanguageWords = {
  ...other,
  script: /\p{Script=Latin}/u,
  headings: {
    oneSentence: ['one line', 'one liner', 'one sentence', 'single sentence', 'tl dr', 'tldr', 'in a nutshell'],
    summary: [
      'summary',
      'synopsis',
      'overview',
      'abstract',
      'in short',
      'in brief',
      'at a glance',
      'short description',
    ],
    introduction: [
      'introduction',
      'intro',
      'description',
      'about',
      'what is',
      'what are',
      'what does',
      'definition',
      'meaning',
    ],
    conclusion: ['final summary', 'summary and conclusion'],
  },
  abbreviations: wordSet('e.g i.e eg ie vs cf al mr mrs dr no fig sec approx resp'),
  separators: { points: '; ', names: ', ' },
  announcing:
    /^(?:in this (?:article|guide|tutorial|post|lesson|page|section|chapter),? (?:we|you|i)\b|(?:we|you|i)(?:['’]ll| will| are going to) (?:learn|look|see|explain|cover|explore|discuss|show|go)|let['’]s |have you ever|did you|don['’]t worry|welcome|hello\b|hi[,! ]|see (?:also|the|our)\b|read on|keep reading|for (?:more|further|details)\b|(?:note|tip|warning|important|caution|attention|disclaimer)\s*:)/i,
  dangling: wordSet(`
    a an the of in on at to for with without by from into onto over under between through via per about against during before
    after as than like and or but nor so yet if unless until because since although though while when where whether that which
    who whom whose what how why is are was were be been being am has have had do does did can could may might must shall
    should will would not no it its this these those their your our his her any some each every all both either such e.g i.e`),
  opensClause: (folded) => clauseOpeners.has(folded),
  subordinators: wordSet(
    'when if while because since although though unless after before until in on at for with without by as once given',
  ),
  questionWords: wordSet('what how why when where who which all everything'),
  stopWords: wordSet(`
    a about above across after again against all almost along already also although always am among an and another any anyone
    anything are around as ask at available away back be became because become becomes been before behind being below best
    better between both bring but by call called calls came can cannot case cases cause caused causes certain change changes
    check come comes common commonly completely contain contains correct correctly could did different do does doing done down
    due during each easily easy either else end enough ensure especially etc even ever every everything exactly example
    examples except expect expected explicitly few find first fit fits fix follow following follows for found four from further gave get
    gets getting give given gives go goes going good got had happen happens has have having he help helps hence her here him his
    how however i if important in indeed instead into is it its itself just keep kept know known last later least less let like
    likely look looks made main mainly make makes making many may maybe me mean means meant might missing more most much must my
    need needed needs neither never new next no none nor normally not note nothing now occur occurred occurring occurs of off
    often old on once one only onto or other others otherwise our out over own particular pass passed people perform place
    please possible present print prints properly provide provided provides put quite raise raised raises raising rather
    reached really receive received refer refers return returned returns right run running runs said same say says second see
    seem seems seen set several shall she should show shown shows similar simple simply since single so some someone something
    sometimes still such sure take taken takes tell tells than that the their them then there therefore these they thing things
    third this those though three through throw throwing thrown throws thus to together too toward tried tries true try trying
    turn two under unless until up upon us use used useful user uses using usual usually various very via want wants was way
    ways we well went were what when where whether which while who whole whom whose why will with within without work working
    works would write written wrote wrong yes yet you your e.g i.e eg ie vs cf mr mrs dr accept accepts allow allows appear appears ask asks begin begins decide decides decided deciding
    exist exists explain explains fail fails failed fall falls go hold holds listen listens live lives matter matters reach reaches
    read reads stand stands stay stays start starts started stop stops turn turns nobody everybody real really yours ours don't possibly named doesn't isn't can't it's you're let's won't didn't aren't
    s t re ve ll d m`),
  weakWords: new Set(
    [
      ...wordSet(`
    answer article author background case chapter code conclusion definition description detail documentation error
    exception explanation faq fact guide hint idea information introduction issue item kind line list meaning
    message method name note number option output overview page part point problem program purpose question reason
    reference result section solution step summary synopsis text thing time tip title tutorial type usage value
    version line-by-line pitfall remark related default order level state group input add update`),
    ].map(singular),
  ),
  commonWords: wordSet('column char base'),
  fold: perWord((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('\u2019', "'").toLowerCase()),
  stem: singular,
  looksLikeStopWord: (word) => /^[a-z]{3,}ly$/.test(word) && !nounsInLy.has(word),
  detach: () => undefined,
};

/** What ends as adverbs do and is none. */
const nounsInLy = wordSet('family assembly supply reply anomaly monopoly butterfly multiply apply rely');

/** Words that a clause begins with which the sentence can do without. */
const clauseOpeners = wordSet('because while whereas although though unless since so but which where');

/** Takes a plural to its singular; a word without one stays recognisable, which is all that comparing needs. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is|as)$/.test(word)) return word.replace(/'s$/, '');
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/'?s$/, '');
}
