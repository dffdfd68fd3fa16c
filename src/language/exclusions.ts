/** What a wish leaves out in plain words: "but not India", кроме Индии, 除了印度以外. */
import { entitiesOf } from "./open.ts";
import { anywhere, findAll, lowered, words } from "./when/pattern.ts";

/** A half-open UTF-16 range. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A stretch that says what is left out and asks for nothing. */
export interface Exclusion extends Range {
  /** What is left out, each by itself. */
  readonly without: readonly Range[];
}

/** Words that open what is left out, wherever they stand. */
const OPENING = words(
  [
    "(?:(?:that|which|who)(?: is| are|'s) )?not (?:about|related to|connected with|including|counting|covering|concerning)",
    "(?:that|which) (?:isn't|aren't) about|(?:that|which) (?:do not|don't|does not|doesn't) mention",
    "though not(?: (?:about|on|in|from|of))?|minus",
    "but not(?: (?:about|on|in|from|of|for|with|by))?",
    "(?:but )?(?:except(?: for)?|excluding|exclude|leave out|leaving out)",
    "other than|apart from|aside from|with the exception of",
    "(?:но |а |и )?только не(?: (?:про|обо?|о|из|от|во?|на|со?|для|по))?",
    "(?:но |а )не (?:про|обо?|о)|но не(?: (?:из|от|во?|на|со?|для|по))?|(?:но |но чтобы |чтобы )без(?: участия)?|не про|без участия",
    "(?:но )?(?:кроме(?: (?:про|обо?|о))?|за исключением|исключая|не считая)|помимо",
  ].join("|"),
);
/** Words that open it only beside a word for articles, or before a name, "not" after a pause as well: "wheat without China". */
const MAYBE = words("without|без");
const MAYBE_NOT = words("not|не");
/** What follows an opening that leaves nothing out: "not only", "except that", "кроме того". */
const NO_OPENING =
  /^ (?:only|just|yet|one of|two|three|four|five|several|some|a few|\d+|одн[аоуи]\p{L}*|дв[аеу]\p{L}*|тр[иеё]\p{L}*|нескольк\p{L}*|ранее|позднее|позже|least|necessarily|enough|limited|that|when|if|where|to|as|a|an|any|того|этого|прочего|всего|чаще|реже|дольше|как|если|когда|только|лишь|менее|более|меньше|больше|сразу|всегда|раньше|вс[ея]|[а-я]+(?:яй|[аяу]йте|ла|ло|ли|л[оаи]?с[ья]|ться|тся|[аиыя]л|[аеуюя]ют|[аеуя]ет))(?![\p{L}])/u;
/** What comes before an opening that asks or tells something with it: "who except India", "nothing other than", "is not". */
const NO_BEGINNING =
  /(?<![\p{L}])(?:nothing|none|no one|nobody|who|whom|which \p{L}+|кто|кого|какие \p{L}+|никто|ничего|ничто|is|are|was|were|do|does|did|will|has|have|had|can|could|would|should|why|почему|(?:all|every|все|каждый) (?!news|articles|about|on|новости|статьи|про|обо?|о)\p{L}+(?: \p{L}+)?),? $/u;
const PAUSE = /[,;:(—-] $/u;
/** Words for articles: who asks for "news without cotton" speaks of the news. */
const ARTICLES =
  /(?<![\p{L}])(?:news|articles?|stories|coverage|reports?|everything|anything|новост[иье]\p{L}*|стать[ия]\p{L}*|материал\p{L}*|публикаци\p{L}*|вс[её])(?![\p{L}])/u;
/** Where what is left out ends. */
const END = /[,;!()]|[.:](?= |$)| - /u;
/** Words around what is left out that are no part of it. */
const AROUND_BEFORE =
  /^(?: |(?:the|those|these|that|this|ones?|any|all|anything|everything|news|articles?|stories|about|on|in|of|from|for|with|by|at|and|про|обо?|о|из|от|со?|во?|на|за|для|по|тех|новост[ией]+|стат[ьией]+|материал\p{L}*|что) )+/u;
const AROUND_AFTER =
  /(?: |(?<= )(?:please|ones?|news|stuff|articles?|stories|coverage|пожалуйста|тоже|новости|новостей))$/u;
/** A clause within it: then the sentence tells something. */
const TELLS =
  /(?<![\p{L}])(?:who|which|that|is|are|was|were|has|have|had|did|does|will|котор\p{L}+|был[аои]?|будет|будут)(?![\p{L}])/u;
/** What is told of all others, or of what comes besides. */
const BESIDES =
  /(?<![\p{L}])(?:all|both|also|every|each|too|все|также|тоже|еще)(?![\p{L}])|[还還也都均亦又]|另外|同时/u;
const LONGEST = 6;

const HAN_NOT_NAMED = "[^，,。；;？！?!\\s]";
/** 除了…以外, and 与…无关. */
const HAN_AROUND = anywhere(
  `(?:但|但是)?(?:除了?(${HAN_NOT_NAMED}{1,16}?)(?:以外|之外|外(?![交贸国资企汇长商援币债经部籍事]))|(?<=[，,\\s])(${HAN_NOT_NAMED}{1,12}?)除外|(?:与|跟|和|同)(${HAN_NOT_NAMED}{1,12}?)(?:无关|無關)(?=的))的?`,
);
/** What opens it in Chinese; those of the second row stand after a pause or end in 的. */
const HAN_OPENING = anywhere(
  "(?:但|但是|而)?(?:不包括|不包含|不含(?!糊)|不涉及)|但(?:是)?(?:不是|不要|不想看|非)|而不是(?=.{1,12}的)",
);
const HAN_MAYBE = anywhere(
  "(?<![要可])(?:请)?(?:不要(?![紧多太这那])|不想看|不看(?!好)|排除|剔除|去掉|去除|撇开|别提|除了|除去)",
);
const HAN_BEFORE = /^(?:关于|有关|来自|涉及|提到|任何|那些|所有|与|跟)+/u;
const HAN_AFTER = /(?:新闻|报道|報道|报导|消息|文章|内容|话题|的|以外|之外|相关|有关|方面|[了吧])$/u;
const HAN_LONGEST = 16;

/** Says what the text leaves out and where; nothing where it may as well tell something, or asks a question. */
export function exclusionsIn(text: string): readonly Exclusion[] {
  const low = lowered(text);
  if (/[?？]\s*$/u.test(low)) return [];
  const found = [...alphabetic(low), ...han(low)].sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return found.filter(({ start, end }) => {
    if (start < reach) return false;
    reach = end;
    return true;
  });
}

/** The text without what says what is left out. */
export function wantedOf(text: string): string {
  let wanted = text;
  for (const { start, end } of [...exclusionsIn(text)].reverse())
    wanted = `${wanted.slice(0, start).trimEnd()} ${wanted.slice(end)}`;
  return wanted.trim();
}

function alphabetic(low: string): Exclusion[] {
  const sure = findAll(OPENING, low, () => true);
  const maybe = findAll(MAYBE, low, ({ index }) => PAUSE.test(low.slice(0, index)));
  const not = findAll(MAYBE_NOT, low, ({ index }) => (PAUSE.test(low.slice(0, index)) ? false : undefined));
  return [...sure, ...maybe, ...not].flatMap(({ value: isSure, start, end }) => {
    const before = low.slice(0, start);
    const after = low.slice(end);
    if (NO_OPENING.test(after) || NO_BEGINNING.test(before)) return [];
    const length = after.search(END);
    const until = length < 0 ? low.length : end + length;
    const without = trimmed(low, { start: end, end: until });
    const said = low.slice(without.start, without.end);
    if (said === "" || wordsIn(said) > LONGEST || TELLS.test(said)) return [];
    const isFirst = before.trim() === "";
    if (isFirst && BESIDES.test(low.slice(until))) return [];
    if (!isSure && !ARTICLES.test(before) && !beginsNamed(said)) return [];
    return [{ start, end: until, without: parted(low, without) }];
  });
}

function han(low: string): Exclusion[] {
  const around = findAll(HAN_AROUND, low, ([whole, ...said]) => said.find(Boolean) ?? whole).flatMap(
    ({ value, start, end }) => {
      const clause = /^[^。；;]*/u.exec(low.slice(end))?.[0] ?? "";
      if (BESIDES.test(clause)) return [];
      const from = start + low.slice(start, end).indexOf(value);
      return [{ start, end, without: parted(low, { start: from, end: from + value.length }) }];
    },
  );
  const opened = [...findAll(HAN_OPENING, low, () => true), ...findAll(HAN_MAYBE, low, () => false)].flatMap(
    ({ value: isSure, start, end }): Exclusion[] => {
      const before = low.slice(0, start);
      const rest = /^[^，,。；;!！\s]*/u.exec(low.slice(end))?.[0] ?? "";
      // 不含体育的青年论坛: what is wanted comes behind.
      const inner = before.trim() === "" ? rest.indexOf("的") : -1;
      const until = end + (inner > 0 && inner < rest.length - 1 ? inner + 1 : rest.length);
      const said = low.slice(end, until);
      const isPaused = before === "" || /[，,。；; (（]$/u.test(before);
      if (!isSure && !isPaused && !/的(?:\p{Script=Han}{2})?$/u.test(said)) return [];
      if (BESIDES.test(low.slice(end)) || /^要|[，,]要/u.test(low.slice(until)) || said.includes("要"))
        return [];
      const without = trimmed(low, { start: end, end: until });
      if (without.end <= without.start || without.end - without.start > HAN_LONGEST) return [];
      return [{ start, end: until, without: parted(low, without) }];
    },
  );
  return [...around, ...opened];
}

/** Without the words around it that are no part of what is meant. */
function trimmed(low: string, { start, end }: Range): Range {
  const said = low.slice(start, end);
  const from = (AROUND_BEFORE.exec(said) ?? HAN_BEFORE.exec(said))?.[0].length ?? 0;
  let rest = said.slice(from);
  for (;;) {
    const behind = AROUND_AFTER.exec(rest) ?? HAN_AFTER.exec(rest);
    if (!behind) return { start: start + from, end: start + from + rest.length };
    rest = rest.slice(0, behind.index);
  }
}

const JOINED = /、| (?:and|or|nor|и|или|ни) |或者?|以及|(?<!共)[和与及](?![平谐解约田])/gu;

/** A list of short names are several; a longer one may be a single thing. */
function parted(low: string, whole: Range): readonly Range[] {
  const said = low.slice(whole.start, whole.end);
  const parts: Range[] = [];
  let at = 0;
  for (const { index, 0: joint } of [...said.matchAll(JOINED), { index: said.length, 0: "" }]) {
    parts.push(trimmed(low, { start: whole.start + at, end: whole.start + index }));
    at = index + joint.length;
  }
  const short = parts.every(({ start, end }) => end > start && wordsIn(low.slice(start, end)) <= 2);
  return short ? parts : [whole];
}

function wordsIn(said: string): number {
  return said.split(/[ ]+/u).filter(Boolean).length;
}

function beginsNamed(said: string): boolean {
  return entitiesOf(said).some(({ start, kind }) => start === 0 && kind !== "office");
}
