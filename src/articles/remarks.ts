/** Words for how a query was read and helped: what was broken, corrected, dropped, and what exists instead. */
import type { Context } from "../command.ts";
import { type Locale, phrases } from "../i18n/words.ts";
import type { Block } from "../reply.ts";
import type { Remark } from "../search/search.ts";
import { articleCard } from "./present.ts";

type Fault = Extract<Remark, { readonly kind: "broken" }>["fault"];
type FaultWords = Readonly<Record<Fault, (part: string, readAs: string) => string>>;

const en: FaultWords = {
  "open-quote": (part, as) => `The quote is not closed in ${part}; I read it as ${as}.`,
  "empty-phrase": (part) => `There is nothing between the quotes in ${part}; I left it out.`,
  "lone-minus": () => "A minus stands alone and excludes nothing; write it right before a word: -word.",
  "lone-or": (part) => `${part} needs a word on both sides; I left it out.`,
  "empty-filter": (part) => `${part} has no value; I left it out.`,
  "bad-date": (part, as) =>
    as
      ? `There is no such day in ${part}; I read it as ${as}.`
      : `I cannot read the date in ${part} and left it out. Dates look like 2025-05-26, 2025-05, yesterday or 7d.`,
  "bad-language": (part) => `${part}: I know lang:zh, lang:en and lang:ru; I left it out.`,
  "bad-sort": (part) => `${part}: I know sort:new and sort:best; I left it out.`,
  "unknown-source": (part, as) => `I know no publisher by the name in ${part}; I read it as ${as}.`,
  "not-excludable": (part, as) =>
    as ? `I read ${part} as ${as}.` : `${part} cannot be excluded; I left it out.`,
  repeated: (part, as) => `Of ${part} and ${as} I used the later one.`,
  "too-long": (part, as) => `I read only the first ${as} characters, up to “${part}”.`,
  "too-many-words": (part, as) =>
    `I looked for the first ${as} words only, not for what begins with “${part}”.`,
  "no-words": (part) => `There are no words in “${part}”.`,
  "no-such-phrase": (part) => `No article has “${part}” word for word; I looked for its words.`,
};
const zh: FaultWords = {
  "open-quote": (part, as) => `${part} 的引号没有关上，按 ${as} 理解。`,
  "empty-phrase": (part) => `${part} 的引号里没有内容，已忽略。`,
  "lone-minus": () => "单独的减号不起作用；要排除某个词，请写成 -词。",
  "lone-or": (part) => `${part} 的两边都要有词，已忽略。`,
  "empty-filter": (part) => `${part} 后面没有内容，已忽略。`,
  "bad-date": (part, as) =>
    as
      ? `${part} 中没有这一天，按 ${as} 理解。`
      : `看不懂 ${part} 中的日期，已忽略。日期可写成 2025-05-26、2025-05、昨天 或 7d。`,
  "bad-language": (part) => `${part}：可用 lang:zh、lang:en、lang:ru，已忽略。`,
  "bad-sort": (part) => `${part}：可用 sort:new、sort:best，已忽略。`,
  "unknown-source": (part, as) => `没有 ${part} 这个媒体，按 ${as} 理解。`,
  "not-excludable": (part, as) => (as ? `${part} 按 ${as} 理解。` : `${part} 无法排除，已忽略。`),
  repeated: (part, as) => `${part} 与 ${as} 重复，以后者为准。`,
  "too-long": (part, as) => `只读取了前 ${as} 个字符，到“${part}”为止。`,
  "too-many-words": (part, as) =>
    `内容太长，只搜索了前 ${as} 个词（两个汉字算一个词），“${part}”之后的部分没有搜索。`,
  "no-words": (part) => `“${part}”里没有词语。`,
  "no-such-phrase": (part) => `没有文章原样含有“${part}”，已改为搜索其中的词。`,
};
const ru: FaultWords = {
  "open-quote": (part, as) => `В ${part} кавычка не закрыта; читаю как ${as}.`,
  "empty-phrase": (part) => `В ${part} между кавычками пусто; пропускаю.`,
  "lone-minus": () => "Одинокий минус ничего не исключает; пишите его вплотную к слову: -слово.",
  "lone-or": (part) => `Для ${part} нужны слова с обеих сторон; пропускаю.`,
  "empty-filter": (part) => `У ${part} нет значения; пропускаю.`,
  "bad-date": (part, as) =>
    as
      ? `Такого дня нет в ${part}; читаю как ${as}.`
      : `Не понимаю дату в ${part}, пропускаю. Даты пишут так: 2025-05-26, 2025-05, вчера, 7d.`,
  "bad-language": (part) => `${part}: знаю lang:zh, lang:en и lang:ru; пропускаю.`,
  "bad-sort": (part) => `${part}: знаю sort:new и sort:best; пропускаю.`,
  "unknown-source": (part, as) => `Не знаю издания из ${part}; читаю как ${as}.`,
  "not-excludable": (part, as) => (as ? `${part} читаю как ${as}.` : `${part} исключить нельзя; пропускаю.`),
  repeated: (part, as) => `Из ${part} и ${as} беру последнее.`,
  "too-long": (part, as) => `Прочитаны только первые ${as} знаков, до «${part}».`,
  "too-many-words": (part, as) => `Ищу только первые ${as} слова; то, что начинается с «${part}», не учтено.`,
  "no-words": (part) => `В «${part}» нет слов.`,
  "no-such-phrase": (part) => `Дословно «${part}» нет нигде; ищу отдельные слова.`,
};

const say = phrases({
  en: {
    faults: en,
    corrected: (from: string, to: string) => `No article has “${from}”; I searched for “${to}”.`,
    dropped: (terms: string) => `Not found: ${terms}.`,
    cut: "This asks for very much: I looked for the most telling parts only.",
    recent: (articles: number) =>
      `The whole archive does not answer now; only the newest ${articles} articles were searched.`,
    nearest: "The nearest that exists:",
    example: "This would find something: ",
    quote: (text: string) => `“${text}”`,
  },
  zh: {
    faults: zh,
    corrected: (from: string, to: string) => `没有文章含有“${from}”，已改为搜索“${to}”。`,
    dropped: (terms: string) => `没有找到：${terms}。`,
    cut: "查询内容过多，只搜索了其中最有区分度的部分。",
    recent: (articles: number) => `完整存档暂时无法访问，只搜索了最新的 ${articles} 篇文章。`,
    nearest: "最接近的文章：",
    example: "可以试试：",
    quote: (text: string) => `“${text}”`,
  },
  ru: {
    faults: ru,
    corrected: (from: string, to: string) => `Слова «${from}» нет ни в одной статье; ищу «${to}».`,
    dropped: (terms: string) => `Не найдено: ${terms}.`,
    cut: "Запрос слишком обширный: ищу только самое характерное в нём.",
    recent: (articles: number) =>
      `Весь архив сейчас не отвечает; поиск шёл только по новейшим статьям (${articles}).`,
    nearest: "Самое близкое из того, что есть:",
    example: "Попробуйте: ",
    quote: (text: string) => `«${text}»`,
  },
});

/** How the query was read, one line for each thing worth saying. */
export function remarkLines(remarks: readonly Remark[], locale: Locale): readonly Block[] {
  const words = say(locale);
  const dropped = remarks.flatMap((remark) => (remark.kind === "dropped" ? [words.quote(remark.term)] : []));
  const told = remarks.filter(({ kind }) => !["dropped", "nearest", "example"].includes(kind));
  const lines = told.map((remark) => remarkText(remark, locale));
  if (dropped.length > 0) lines.push(words.dropped(dropped.slice(0, 8).join(locale === "zh" ? "、" : ", ")));
  return lines.map((line) => ({ kind: "prose", spans: [{ dim: line }] }));
}

/** A remark in one sentence. */
export function remarkText(remark: Remark, locale: Locale): string {
  const words = say(locale);
  switch (remark.kind) {
    case "broken":
      return words.faults[remark.fault](remark.part, remark.readAs);
    case "corrected":
      return words.corrected(remark.from, remark.to);
    case "dropped":
      return words.dropped(words.quote(remark.term));
    case "cut":
      return words.cut;
    case "recent":
      return words.recent(remark.articles);
    case "nearest":
      return `${words.nearest} ${remark.id}`;
    case "example":
      return `${words.example}search ${remark.query}`;
  }
}

/** What exists instead of what was asked for: the nearest articles, and a query that would work. */
export function helpBlocks(remarks: readonly Remark[], { library, caller }: Context): readonly Block[] {
  const words = say(caller.locale);
  const nearest = remarks
    .flatMap((remark) => (remark.kind === "nearest" ? [library.get(remark.id)] : []))
    .flatMap((article) => (article ? [articleCard(article, library, caller.locale)] : []));
  const examples = remarks.flatMap((remark) => (remark.kind === "example" ? [remark.query] : []));
  return [
    ...(nearest.length > 0 ? [{ kind: "prose", spans: [words.nearest] } as const, ...nearest] : []),
    ...examples.flatMap((query): Block[] => [
      { kind: "prose", spans: [words.example, { code: `search ${query}` }] },
      { kind: "actions", actions: [{ label: query.slice(0, 70), run: `search ${query}`, place: "new" }] },
    ]),
  ];
}
