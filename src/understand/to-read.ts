/** Wishes about one article → `read`, `related`, `why`. */
import type { Article } from "../article.ts";
import { QUESTIONS } from "../i18n/understand.ts";
import { smallNumber } from "../language/when/small-numbers.ts";
import { slicer } from "../slices.ts";
import { isThis, type Scene, topicBefore } from "./scene.ts";
import { subjectIn } from "./subject.ts";
import { search } from "./to-find.ts";
import { topicIn } from "./topic.ts";
import { does, puts, type Understood } from "./understood.ts";

/** The article that a sentence points at; undefined when it points at none, null when the list has no such place. */
export function articleIn({ sentence, before }: Scene): string | null | undefined {
  const [id] = sentence.ids;
  if (id) return id.value;
  const place =
    [...sentence.places].sort((a, b) => Number(a.value.bare ?? false) - Number(b.value.bare ?? false))[0]
      ?.value.at[0] ?? looselyPlaced(sentence.low);
  if (place === undefined) return before?.opened ?? before?.ids[0];
  if (place === 0) return before?.ids[Math.floor((before.ids.length - 1) / 2)] ?? null;
  if (place < 0) return before?.ids.at(place) ?? null;
  // On a later page the numbers go on; "the second" of it is its second all the same.
  const from = (before?.first ?? 1) - 1;
  return before?.ids[place > from ? place - from - 1 : place - 1] ?? null;
}

const ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth".split("|");
const RUSSIAN_ORDINALS = "перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят".split("|");
/** Where it says which of the list, in any words: the wish is known to be about an article. */
function looselyPlaced(low: string): number | undefined {
  const [, number] =
    /(?:number|no\.?|#|номер\p{L}{0,2}|№|пункт\p{L}{0,2}) ?(\d{1,2}|\p{L}+)|(?:第|排)?(\d{1,2})[号条篇]/u.exec(
      low,
    ) ?? [];
  const n = number === undefined ? Number.NaN : smallNumber(number);
  if (n >= 1 && n <= 50) return n;
  const english = ORDINALS.findIndex((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L}|-)`, "u").test(low));
  if (english >= 0) return english + 1;
  const russian = RUSSIAN_ORDINALS.findIndex((stem) =>
    new RegExp(
      `(?<!\\p{L})${stem}(?:ый|ой|ий|ая|ую|ое|ого|ому|ья|ью|ье|ьей|ьего|ьему|ом|ым)(?!\\p{L})`,
      "u",
    ).test(low),
  );
  if (russian >= 0) return russian + 1;
  const digit = /(?<![\d.:\p{L}-])([1-9]|10)(?![\d.:%\p{L}-])/u.exec(low)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

export function about(scene: Scene, command: "read" | "related"): Understood {
  const id = articleIn(scene);
  if (id === null) return puts(QUESTIONS.place);
  return id === undefined
    ? puts(QUESTIONS.which)
    : does(`${command} ${id}${command === "read" ? flag(scene) : ""}`);
}

/** Whether it is wanted in the reader's language, or only where it stands. */
function flag({ sentence }: Scene): string {
  if (sentence.has("translate") || sentence.slots.languages.some(({ value }) => !value.of))
    return " --translate";
  return sentence.has("link") && !sentence.has("open") ? " --brief" : "";
}

const WHY_QUERY = [
  /(?:为什么|为何|为啥|怎么)(?:搜|查|找)?([^,。?]{2,30}?)(?:会|能|怎么)?(?:搜到|查到|找到|出现|匹配到)/u,
  /(?<!\p{L})(?:нашл\p{L}+|найден\p{L}*|выда\p{L}+|попал\p{L}*|вылез\p{L}*|показал\p{L}*) (?:по|на|в) (?:запросу? )?["«]?(?!списк|первой)([^"»?]{2,60}?)["»]?\s*\??$/iu,
  /(?:for|with|under|match(?:es)?|search(?:ing)?(?: for)?|query) ["“«]?([^"”»?]{2,80}?)["”»]?\s*\??$/iu,
  /(?:搜索?|查找?|检索)["“「]?([^,"”」?]{1,40}?)["”」]?(?:的?时候?)?(?:,|会|能|就|出来|找到|得到|时|怎么|为什么|$)/u,
  /(?:匹配|符合|命中)["“「]([^"”」]{1,40})["”」]/u,
  /(?:по запросу|запрос\p{L}{0,3}|поиск\p{L}{0,3}|искал[аи]?|ищу|найти|по словам|словам) ["“«]?([^"”»?]{2,80}?)["”»]?\s*\??$/iu,
];

export function why(scene: Scene): Understood {
  const id = articleIn(scene);
  if (id === null) return puts(QUESTIONS.place);
  if (id === undefined) return puts(QUESTIONS.which);
  const said = WHY_QUERY.map((form) => form.exec(scene.sentence.text)?.[1]).find(
    (query) => query && !scene.sentence.ids.some(({ value }) => query.toLowerCase().includes(value)),
  );
  const { sentence, before } = scene;
  const query = said ?? sentence.quotes[0]?.value ?? topicBefore(before) ?? asked(scene);
  return query ? does(`why ${id} ${query.trim()}`) : does(`read ${id}`, false);
}

/** The words that are asked about beside the article. */
function asked({ sentence }: Scene): string | undefined {
  const taken = [...sentence.ids, ...sentence.places, ...sentence.spans("why"), ...sentence.spans("matched")];
  const query = topicIn(sentence, taken, ["polite", "find", "read"], true, "search");
  return query === "" || isThis(query) ? undefined : query;
}

/** A title that was said or quoted; what is no title is searched. */
export async function byTitle(scene: Scene): Promise<Understood> {
  const { sentence, library } = scene;
  if (sentence.places.length > 0 && sentence.low.split(" ").length <= 4) return about(scene, "read");
  const said = sentence.quotes[0]?.value ?? subjectIn(sentence, [], ["polite", "find", "read", "news"], true);
  const key = titleKey(said);
  if (key.length >= 4 && key.length <= LONGEST_TITLE) {
    const rest = slicer();
    for (const article of library.newest().slice(0, LOOKED_AT)) {
      const own = keyOf(article);
      if (own === key || (key.length >= 8 && own.includes(key))) return does(`read ${article.id}`);
      const pause = rest();
      if (pause) await pause;
    }
  }
  const plainly = said === "" ? undefined : await scene.find(said);
  return plainly ? does(`read ${plainly}`, false) : search({ ...scene, opening: true });
}

/** Newest articles that are looked at for a title, and the longest text that may be one. */
const LOOKED_AT = 20_000;
const LONGEST_TITLE = 500;

const keys = new WeakMap<Article, string>();

function keyOf(article: Article): string {
  const key = keys.get(article) ?? titleKey(article.title);
  keys.set(article, key);
  return key;
}

function titleKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** "The health one", "the one about youth", ту, что про молодёжь, 讲青年的那篇. */
const DESCRIBED =
  /^(?:(?:please |can you |could you )?(?:open|read|show)(?: me)? )?(?:the|that) (?:one (?:about|on|from|with) (.{2,60})|(?!first|second|third|last|next|other|same|nine|morning)([^,.]{2,40}) one)$|^(?:открой|прочитай|прочти|покажи)?(?:те)?(?: мне)? ?(?:ту|тот|та|статью),? ?(?:что|котор\p{L}+|где)? ?(?:про|о|об) (.{2,60})$|^(?:打开|看看?|读一?下?)?(?:关于|讲|说|写)?([^第,]{1,16}?)的?那(?:一)?(?:篇|条)$/u;

/** The article of the list that was shown which a sentence describes; undefined when it describes none. */
export async function byDescription({ sentence, before, findAmong }: Scene): Promise<Understood | undefined> {
  if (sentence.places.length > 0) return undefined;
  const match = DESCRIBED.exec(sentence.low.replace(/(?<![\s?!.。吧])[\s?!.。吧]+$/u, ""));
  const said = match?.slice(1).find(Boolean);
  if (!said) return undefined;
  if (!before || before.ids.length === 0)
    return /^the [^,.]{2,24} one$/u.test(match?.[0] ?? "") ? puts(QUESTIONS.which) : undefined;
  const id = await findAmong(said, before.ids);
  return id ? does(`read ${id}`, false) : puts(QUESTIONS.which);
}
