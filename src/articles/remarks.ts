/** Words for how a query was read and helped: what was broken, corrected, dropped, and what exists instead. */
import type { Context } from "../command.ts";
import { remarks as say } from "../i18n/articles.ts";
import type { Locale } from "../i18n/words.ts";
import type { Block } from "../reply.ts";
import type { Remark } from "../search/search.ts";
import { articleCard } from "./present.ts";

/** How the query was read, one line for each thing worth saying. */
export function remarkLines(remarks: readonly Remark[], locale: Locale): readonly Block[] {
  const words = say(locale);
  const dropped = remarks.flatMap((remark) => (remark.kind === "dropped" ? [words.quote(remark.term)] : []));
  const without = remarks.flatMap((remark) => (remark.kind === "without" ? [words.quote(remark.term)] : []));
  const told = remarks.filter(({ kind }) => !["dropped", "without", "nearest", "example"].includes(kind));
  const lines = told.map((remark) => remarkText(remark, locale));
  const list = (terms: readonly string[]) => terms.slice(0, 8).join(locale === "zh" ? "、" : ", ");
  if (without.length > 0) lines.push(words.without(list(without)));
  if (dropped.length > 0) lines.push(words.dropped(list(dropped)));
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
    case "without":
      return words.without(words.quote(remark.term));
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
