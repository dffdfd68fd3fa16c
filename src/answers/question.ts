/** What a question asks for (a number, a time, a person…) and the words that are left to look for. */
import { either } from "../language/word-rows.ts";
import { CHINESE_OFFICES, ENGLISH_OFFICES, RUSSIAN_OFFICES } from "./office-rows.ts";

/** The kind of thing that answers; "thing" when nothing tells. */
export type Wants =
  | "number"
  | "money"
  | "duration"
  | "time"
  | "person"
  | "office"
  | "place"
  | "reason"
  | "thing";

export interface Question {
  readonly asked: string;
  /** The question without its question words: what retrieval looks for. */
  readonly words: string;
  readonly wants: Wants;
}

/** First match decides; `cut` is what is taken out of the text before retrieval. */
const RULES: readonly { readonly wants: Wants; readonly cut: RegExp }[] = [
  // What somebody is
  {
    wants: "office",
    cut: /(?:担任|是|任)?什么职[务位]|(?:担任|任)何职|\b(?:what|which) (?:post|position|job|office|role|title)\b(?: does| did| is| has)?(?=.{0,200}\b(?:hold|held|have|has|occup|of)|$)|(?<!\p{L})как(?:ую|ой|ова) (?:должность|пост)(?: занимает| у)?(?!\p{L})|(?<!\p{L})кем (?:является|работает|служит)(?!\p{L})/giu,
  },
  // Sums and lengths of time, before other numbers
  {
    wants: "money",
    cut: /多少钱|多少美元|(?<!by )\bhow much (?:money\b|(?:does|did|do|will)\b(?=.{0,200}\b(?:cost|pay|paid|spend|spent|invest|worth|lend|borrow|raise)))|(?<!\p{L})сколько (?:стоит|стоят|стоил[аои]?|денег)(?!\p{L})/giu,
  },
  {
    wants: "duration",
    cut: /(?:有)?(?:多长时间|多长|多久)(?!远)|\b(?:for )?how long\b|(?<!\p{L})(?:сколько (?:времени|дней|лет|месяцев)|на сколько лет|как долго)(?!\p{L})/giu,
  },
  // Chinese; the longer forms first
  {
    wants: "time",
    cut: /(?:在|是)?(?:什么时候|什麼時候|何时|何時|哪一?[年天日月](?:份)?|几[月号日点](?:份)?|多久以前|什么时间)/g,
  },
  { wants: "reason", cut: /(?:为什么|為什麼|为何|為何|什么原因|何以|怎么会)/g },
  { wants: "person", cut: /(?:(?:是|由|被)?(?:谁|誰|哪位|哪些人|何人)(?:是)?)/g },
  {
    wants: "place",
    cut: /(?:(?:是|在|设在|位于)?(?:哪里|哪裡|哪儿|何处|什么地方|哪[个座]\p{Script=Han}{0,3}城市|哪个国家))/gu,
  },
  {
    wants: "number",
    cut: /(?:是|有|为)?(?:多少(?:钱|人(?![口员士])|次|个(?!人)|名|份|年|天|位|家|篇|条)?|几[个名次天年位封届家条所张份种]|多[大高长重远久快]|百分之几|多大比例)/g,
  },
  // Russian
  {
    wants: "time",
    cut: /(?<!\p{L})(?:когда|в каком году|какого числа|с какого времени|во сколько)(?!\p{L})/giu,
  },
  { wants: "reason", cut: /(?<!\p{L})(?:почему|зачем|из-за чего|по какой причине)(?!\p{L})/giu },
  { wants: "person", cut: /(?<!\p{L})(?:кто(?: такой| такая)?|кого|кому|кем|чь[яеи]|чей)(?!\p{L})/giu },
  {
    wants: "place",
    cut: /(?<!\p{L})(?:где|куда|откуда|(?:в|из) как(?:ом|ой|ого) (?:\p{L}+ )?(?:город[еа]|стран[еы]|област[ии]|регион[еа]))(?!\p{L})/giu,
  },
  {
    wants: "number",
    cut: /(?<!\p{L})(?:на сколько|поч[её]м|сколько(?: человек| стоит| стоят| процентов| времени| лет)?|насколько|(?:каков[аоы]?|какая|какой)(?= (?:объ[её]м|доля|число|количество|стоимость|цена|явка|процент|капитал)))(?!\p{L})/giu,
  },
  // English
  {
    wants: "time",
    cut: /\b(?:when|(?:in |on |at )?(?:what|which) (?:year|month|day|date|time)|since when)\b/gi,
  },
  { wants: "reason", cut: /\b(?:why|for what reason|how come)\b/gi },
  { wants: "person", cut: /\b(?:who|whom|whose)\b/gi },
  {
    wants: "place",
    cut: /\b(?:where|(?:in )?(?:what|which) (?:\p{Lu}?\p{L}+ )?(?:city|country|place|town|region))\b/giu,
  },
  {
    wants: "number",
    cut: /\b(?:by how (?:much|many)|how (?:many|much|long|far|high|tall|big|large|heavy|often|old|fast)|what (?:percentage|share|proportion|number) of)\b/gi,
  },
];

/** A noun that asks for a number where "what" or «какой» alone does not. */
const NUMERIC =
  /\b(?:rate|magnitude|turnout|capital of|cost|price|length|weight|population|salary|size)\b|магнитуд|явк|ставк|票价|率|规模|总额|人口|价格|产量/iu;

/** Question words that say nothing about what is wanted. */
const EMPTY =
  /\b(?:compare|what|which|how|does|did|do|is|are|was|were|can|could|will|would|please|tell me|the|have|has|had|held|hold|tak(?:e|es|ing) p(?:lace|art)|took p(?:lace|art)|takes?|there)\b|(?<!\p{L})(?:сравни(?:те)?|что|какой|какая|какое|какие|каков|какова|каково|каковы|как|ли|скажи(?:те)?|пожалуйста|о ч[её]м|был[аои]?|будет|прош[её]л|прошл[аои]|пройд[её]т|пройдут|состоял(?:ся|ась|ось|ись)|состоится|принял[аои]?|участвовал[аои]?)(?!\p{L})|(?:请问|請問|比较一?下?|对比一?下?|是?什么|是?什麼|哪些|哪个|哪個|怎么样?|怎样|如何|吗|呢|嗎|了多少|的是|举行|举办|召开)/giu;

/** The questions of a text, each with its mark; none of a text without one. Linear in the text. */
export function questionsIn(text: string): readonly string[] {
  return text
    .split(/(?<=[?？])/u)
    .filter((part) => /[?？]$/u.test(part) && /\p{L}{2}/u.test(part))
    .map((part) => part.trim());
}

/** Longer than this nothing is read as a question: its constraints stand at its beginning. In UTF-16 units. */
const LONGEST = 500;

/** Reads a question. A text without question words is its own words. */
export function readQuestion(text: string): Question {
  const asked = text.slice(0, LONGEST);
  const rule = RULES.find(({ cut }) => asked.search(cut) >= 0);
  const numeric = NUMERIC.test(asked) && (rule === undefined || rule.wants === "thing");
  const wants = numeric ? "number" : (rule?.wants ?? "thing");
  const words = (rule ? asked.replace(rule.cut, gap) : asked)
    .replace(EMPTY, gap)
    .replace(/[?？!！。"“”„«»「」]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/\s*，[\s，]*/g, "，")
    .replace(/^[\s，]+|[\s，]+$/g, "");
  return { asked, words: words || asked, wants };
}

/** What stands where a word was taken away: over the gap, Chinese must not grow together into words. */
function gap(word: string): string {
  return /\p{Script=Han}/u.test(word) ? "，" : " ";
}

/** Digits that are neither a year nor a date nor a time of day, nor part of a name (SCO-1). */
const DIGITS = /\p{Nd}/u;
const DATES =
  /\b(?:19[5-9]|20[0-4])\d\b(?![\p{Script=Han}])(?:[-–]\d+)?|\d{1,2}:\d\d|\d{1,4}\s*[年月日号时](?!\p{Script=Han}{0,1}[工])|\b\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?<!\p{L})\d{1,2}\s+(?:январ|феврал|март|апрел|ма[яй](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*|\p{L}-\d+/giu;
const MONEY =
  /[$€£¥₽]|\b(?:dollars?|yuan|euros?|roubles?|tenge|soums?|soms?|rupees?)\b|(?<!\p{L})(?:доллар|юан|евро|рубл|тенге|сом(?:ов|ы|а)?(?!\p{L})|сум)|元|美元|坚戈|卢布|索莫尼/iu;
const DURATION =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[ -](?:minutes?|hours?|days?|weeks?|months?|years?)\b|(?<!\p{L})(?:минут|час(?:а|ов)?|дн(?:я|ей)|день|недел|месяц|год(?:а)?|лет)(?!\p{L})|[\d一二两三四五六七八九十半](?:个)?(?:分钟|小时|天|周|月|年)/iu;
const NUMBER_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|third|quarter)\b|(?<!\p{L})(?:один|одна|два|две|три|четыре|пять|шесть|семь|семи|восемь|девять|десять|сорок|сто|тысяч)|[一二两三四五六七八九十百千万亿][个名位次年天月家国项只顶件辆架份支届成半]|每[一二两三四五六七八九十日周月季]/iu;
const TIME =
  /\b(?:1[89]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday|tomorrow)\b|(?<!\p{L})(?:январ|феврал|март|апрел|ма[яйе](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресень)|\d\s*[年月日号时]|今[年天]|明年|去年|\d{1,2}:\d\d/iu;
const PERSON =
  /\p{Lu}[\p{Ll}'’-]+\s+\p{Lu}[\p{Ll}'’-]+|\p{Script=Han}[·・]\p{Script=Han}|\p{Script=Han}{2,4}(?:说|表示|介绍|指出|认为|称)|(?:主席|部长|主任|市长|秘书长|大使|总设计师|团长|队长|领队|中将|上校|冠军|导演|负责人|发言人|校长)/u;
const PLACE =
  /来自|\b(?:in|at|near|from|to)\s+(?:the\s+)?\p{Lu}|(?<!\p{L})(?:в|во|на|под|из)\s+\p{Lu}|在\p{Script=Han}|[省州市县区国]|于\p{Script=Han}/u;
const REASON =
  /\b(?:because|due to|owing to|as a result|caused?|delayed by|thanks to|so that|reasons?|citing|cited|blam\w+|lack of|in order to|to avoid|complain\w*|since it|explain\w*|argu\w+)\b|(?<!\p{L})(?:из-за|потому|поскольку|так как|благодаря|вследствие|причин\p{L}+|сосла\p{L}+|ссыла\p{L}+|нехватк\p{L}+|чтобы|объясн\p{L}+|из соображений|мал\p{L}+)(?!\p{L})|因(?:为|此)?|由于|受.{1,8}影响|为了|使得|原因|理由|以便|以免|缺|不足|尚未/iu;

const OFFICE = new RegExp(
  `\\b(?:${either(ENGLISH_OFFICES)})\\b|${either(CHINESE_OFFICES)}|(?<!\\p{L})(?:${either(RUSSIAN_OFFICES)})\\p{L}*`,
  "iu",
);

const SIGNS: Readonly<Record<Exclude<Wants, "thing" | "number">, readonly RegExp[]>> = {
  money: [MONEY],
  duration: [DURATION],
  time: [TIME],
  person: [PERSON],
  office: [OFFICE],
  place: [PLACE],
  reason: [REASON],
};

/** How well a sentence has the kind of thing that is wanted, in [0, 1]. */
export function offers(sentence: string, wants: Wants): number {
  if (wants === "thing") return 1;
  if (wants !== "number") return SIGNS[wants].some((sign) => sign.test(sentence)) ? 1 : 0;
  if (DIGITS.test(sentence.replace(DATES, ""))) return 1;
  return NUMBER_WORDS.test(sentence) ? 0.8 : 0;
}
