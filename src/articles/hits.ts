/** How a hit is shown: its card, and why it is there, in words and with weights. */
import type { Article } from "../article.ts";
import { hits as say } from "../i18n/articles.ts";
import type { Locale } from "../i18n/words.ts";
import type { Block, Span } from "../reply.ts";
import type { Hit, Reason } from "../search/search.ts";
import type { Library } from "./library.ts";
import { factsLine, readAction, titleSpan } from "./present.ts";

/**
 * Title, facts, passage with what matched in strong letters, and what can be done next.
 * @param query what was searched for, so that what is read can say why it was found
 */
export function hitCard(
  hit: Hit,
  article: Article,
  library: Library,
  locale: Locale,
  query?: string,
): Extract<Block, { readonly kind: "card" }> {
  return {
    kind: "card",
    title: titleSpan(article, library),
    facts: factsLine(article, library, locale),
    id: article.id,
    lines: [passageSpans(hit.snippet)],
    actions: [readAction(article, locale, query)],
  };
}

/** From this closeness on it is a reason to be shown; below, nearly every article of its subject is. */
const CLOSE = 0.5;

/** Why a hit is there, a line for each term of the query: `health = 卫生, in the title`; at last its closeness in meaning. */
export function reasonLines({ reasons, factors }: Hit, locale: Locale): readonly (readonly Span[])[] {
  const words = say(locale);
  const degree = factors.find(({ kind }) => kind === "meaning")?.degree ?? 0;
  const lines = joinedTerms(reasons).map(({ term, own }) => {
    const fields = new Set(own.map(({ field }) => field));
    const found = [...new Set(own.flatMap((reason) => reason.found.slice(0, 3)))]
      .filter((word) => !term.includes(word) && word.toLowerCase() !== term.toLowerCase())
      .slice(0, 4)
      .join(locale === "zh" ? "、" : ", ");
    const what = found === "" ? term : words.equal(term, found);
    const corrected = own.some(({ through }) => through === "correction");
    const where = fields.size > 1 ? words.places.both : words.places[fields.has("title") ? "title" : "body"];
    return [words.met(corrected ? words.corrected(what) : what, where)];
  });
  return degree < CLOSE ? lines : [...lines, [words.near(degree.toFixed(2))]];
}

/** The terms with their reasons; pairs of Han characters that overlap (睦邻, 邻友, 友好) are one word again. */
function joinedTerms(reasons: readonly Reason[]): { term: string; own: readonly Reason[] }[] {
  const joined: { term: string; own: readonly Reason[] }[] = [];
  for (const term of new Set(reasons.map((reason) => reason.term))) {
    const own = reasons.filter((reason) => reason.term === term);
    const last = joined.at(-1);
    const overlaps =
      last &&
      /^\p{Script=Han}{2}$/u.test(term) &&
      /^\p{Script=Han}+$/u.test(last.term) &&
      last.term.endsWith(term.charAt(0)) &&
      [...own, ...last.own].every(({ through }) => through === "written");
    if (overlaps) joined.splice(-1, 1, { term: last.term + term.slice(1), own: [...last.own, ...own] });
    else joined.push({ term, own });
  }
  return joined;
}

/** What each query term met, where, how, and what it gave to the score; below it, what the sum is multiplied by. */
export function reasonTable({ reasons, factors, score }: Hit, locale: Locale): Block {
  const words = say(locale);
  const row = ({ term, found, field, through, weight }: Reason): readonly Span[] => [
    term,
    found.slice(0, 3).join(", "),
    words[field],
    words.through[through],
    weight.toFixed(2),
  ];
  return {
    kind: "table",
    head: words.head,
    rows: [
      ...reasons.map(row),
      ...factors.map(({ kind, weight }) => [words.factors[kind], "", "", "", `× ${weight.toFixed(2)}`]),
      [{ strong: words.total }, "", "", "", { strong: score.toFixed(2) }],
    ],
  };
}

/** A passage with the marked parts in strong letters, and a sign where it leaves out a part of a sentence. */
function passageSpans({ text, marks, cut }: Hit["snippet"]): readonly Span[] {
  // It is shown as one paragraph, also where the article begins a new one.
  const part = (from: number, to?: number) =>
    text
      .slice(from, to)
      .replace(/(?<=[。！？”」])[\r\n]\s*/g, "")
      .replace(/[\r\n]\s*/g, " ");
  const spans: Span[] = cut.start ? ["…"] : [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) spans.push(part(at, start));
    spans.push({ strong: part(start, end) });
    at = end;
  }
  if (at < text.length) spans.push(part(at));
  return cut.end ? [...spans, "…"] : spans;
}
