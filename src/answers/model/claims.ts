/** What a model may have turned round: a number's kind, a currency, a country, a name, a yes into a no. */
import type { GlossaryEntry } from "../../language/glossary.ts";
import { countriesIn, theGlossary } from "../../language/open.ts";

const MONTH =
  "(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}*\\.?";
/** What stands around a number and says of what kind it is; any other number counts things. */
const KINDS: readonly (readonly [kind: string, before: RegExp, after: RegExp])[] = [
  ["share", /百分之$/u, /^\s*(?:[%％]|per ?cent|процент)/iu],
  ["times", /(?!)/, /^\s*(?:倍|times|-?fold|раз(?:а)?(?!\p{L}))/iu],
  [
    "day",
    new RegExp(`(?<!\\p{L})${MONTH} $`, "iu"),
    new RegExp(`^(?:\\s*[日号]|(?:st|nd|rd|th)?(?: of)? ${MONTH}(?!\\p{L}))`, "iu"),
  ],
];
const CURRENCIES: readonly RegExp[] = [
  /\$|dollar|美元|доллар/iu,
  /yuan|renminbi|\brmb\b|(?<![美欧日])元|人民币|юан/iu,
  /€|euro(?!p)|欧元|(?<!\p{L})евро(?!п)/iu,
  /₽|rouble|ruble|卢布|рубл/iu,
  /tenge|坚戈|тенге/iu,
  /rupee|卢比|рупи/iu,
];
const NEGATION =
  /\b(?:no|not|never|none|nobody|neither|nor|without|fail(?:s|ed)?|refus\w+|den(?:y|ies|ied)|oppos\w+|against|cannot)\b|n['’]t\b|没|不(?![断仅少])|未(?!来)|无(?!人机)|非(?![洲常])|否认|反对|拒绝|(?<!\p{L})(?:не|нет|ни|никто|никогда|без|против|отказ\p{L}*|отриц\p{L}*)(?!\p{L})/iu;

/** What the text says and the cited sentences do not; undefined when nothing of this kind is found. */
export function turnedRound(text: string, cited: string): string | undefined {
  const number = otherKind(text, cited);
  if (number) return "a number that means something else in the sentence cited";
  if (CURRENCIES.some((currency) => currency.test(text) && !currency.test(cited)))
    return "a currency that is not in the sentence cited";
  const told = countriesIn(cited);
  if ([...countriesIn(text)].some((country) => !told.has(country)))
    return "a name that is not in the sentence cited (a country)";
  const name = strangeName(text, cited);
  if (name) return "a name that is not in the sentence cited";
  return NEGATION.test(text) && !NEGATION.test(cited)
    ? "a denial of what the sentence cited says"
    : undefined;
}

/** Whether a name is a country's or its people's: these are held against the cited sentences in all languages at once. */
export function isCountry(name: string): boolean {
  return countriesIn(name).size > 0;
}

/** A number of the text that the cited sentences have, but as a share, a day, a multiple or a count instead. */
function otherKind(text: string, cited: string): string | undefined {
  const have = kindsOf(cited);
  for (const [number, kinds] of kindsOf(text)) {
    const theirs = have.get(number);
    if (theirs && [...kinds].some((kind) => !theirs.has(kind))) return number;
  }
  return undefined;
}

function kindsOf(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { 0: written, index } of text.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)) {
    const before = text.slice(Math.max(0, index - 12), index);
    const after = text.slice(index + written.length, index + written.length + 20);
    const kind = KINDS.find(([, left, right]) => left.test(before) || right.test(after))?.[0] ?? "count";
    const number = written.replace(/,(?=\d{3})/g, "").replace(",", ".");
    found.set(number, (found.get(number) ?? new Set()).add(kind));
  }
  return found;
}

let named: readonly (readonly string[])[] | undefined;

/** A person or place of the glossary that the text names in whatever case, and the cited sentences in no language. */
function strangeName(text: string, cited: string): string | undefined {
  named ??= theGlossary()
    .entries.filter(({ kind }) => kind === "person" || kind === "place")
    .map(({ zh, en, ru }: GlossaryEntry) => [...zh, ...en, ...ru]);
  const within = (name: string, where: string) =>
    /\p{Script=Han}/u.test(name)
      ? where.includes(name)
      : where.toLowerCase().includes(name.toLowerCase()) && // most names are not there: no expression for them
        new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, "iu").test(where);
  const strange = named.find(
    (names) => names.some((name) => within(name, text)) && !names.some((name) => within(name, cited)),
  );
  return strange?.find((name) => within(name, text));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Words that a Chinese paragraph may have of its own. */
const TELLING =
  /根据|文章|报道|表示|指出|认为|显示|其中|此外|同时|以及|因此|并且|而且|以来|来自|参加|参与|出席|举行|举办|召开|达到|超过|约为|大约|共有|一共|总共|增长|下降|进行|开展|目前|已经|主要|包括|关于|通过|成为|受访者|这些|该|的|了|和|与|在|为|是|有|对|于|将|等/gu;

/** The first words of a Chinese text that stand neither in the Chinese sentences cited nor among those that only tell. */
export function strangeWords(text: string, cited: string): string | undefined {
  for (const [run] of text.replace(TELLING, "，").matchAll(/\p{Script=Han}{2,}/gu)) {
    const covered = new Set<number>();
    for (let at = 0; at + 1 < run.length; at++)
      if (cited.includes(run.slice(at, at + 2))) covered.add(at).add(at + 1);
    const strange = [...run].map((char, at) => (covered.has(at) ? "，" : char)).join("");
    const found = /\p{Script=Han}{2,}/u.exec(strange);
    if (found) return found[0];
  }
  return undefined;
}
