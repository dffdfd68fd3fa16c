/** How somebody's statements look: a card each, the same words in other languages below each other. */
import { articleData, joined, publisherName, readAction, sourceSpans } from "../../articles/present.ts";
import type { Context } from "../../command.ts";
import { quotes as say } from "../../i18n/stories.ts";
import type { Locale } from "../../i18n/words.ts";
import { entitiesOf } from "../../language/open.ts";
import type { Action, Block, Reply, Span } from "../../reply.ts";
import { nameFor } from "../named.ts";
import type { QuotesFound } from "./find.ts";
import { placeOfDateline } from "./place.ts";
import type { Quote } from "./read.ts";

export interface Shown {
  readonly person: string;
  readonly about: string | undefined;
  readonly page: number;
  readonly size: number;
}

export function quotesReply(
  found: QuotesFound,
  shown: Shown,
  ctx: Pick<Context, "library" | "caller" | "translate">,
): Reply {
  const { person, about = "", page, size } = shown;
  const { locale } = ctx.caller;
  const words = say(locale);
  const from = (page - 1) * size;
  const said = found.said.slice(from, from + size);
  const more = found.said.length > from + size || (found.more && said.length === size);
  const data = {
    person,
    about: about || null,
    quotes: said.map((group) => quoteData(group, ctx)),
    people: found.people,
    page,
    more,
  };
  if (said.length === 0) return nothing(found, shown, data, words);
  const title = words.title(person, about);
  return {
    first: from + 1,
    summary: `${title}: ${inOrder(said[0] as readonly [Quote, ...Quote[]], locale)[0]?.text ?? ""}`,
    blocks: [
      { kind: "heading", text: title },
      ...said.map((group) => card(inOrder(group, locale), ctx)),
      ...pager(shown, more, words),
    ],
    audience: "caller",
    outcome: "answered",
    data,
  };
}

/** The line that asks for this again. */
function quotesLine(person: string, about: string, page = 1): string {
  const options = [
    ...(about ? [`--about=${/\s/.test(about) ? `"${about.replaceAll('"', "")}"` : about}`] : []),
    ...(page > 1 ? [`--page=${page}`] : []),
  ];
  return ["quotes", ...options, person].join(" ");
}

type Phrases = ReturnType<typeof say>;

function nothing(found: QuotesFound, { person, about = "" }: Shown, data: unknown, words: Phrases): Reply {
  const several = found.people.length > 1;
  const text = several ? words.several(person) : words.none(person, about);
  const to = (label: string, run: string): Action => ({ label, run, place: "new" });
  const actions = several
    ? found.people.slice(0, 5).map((name) => to(name, quotesLine(name, about)))
    : [
        ...(about ? [to(words.everything, quotesLine(person, ""))] : []),
        ...(found.articles > 0 ? [to(words.search, `search ${person}`)] : []),
      ];
  const named = !several && found.articles > 0 ? [" ", { dim: words.named(found.articles) }] : [];
  return {
    summary: text,
    blocks: [
      { kind: "prose", spans: [text, ...named] },
      ...(actions.length > 0 ? [{ kind: "actions", actions } as const] : []),
    ],
    audience: "caller",
    outcome: "nothing",
    data,
  };
}

/** The reader's language first, and of each language the newest article; the others are only named. */
function inOrder(group: readonly [Quote, ...Quote[]], locale: Locale): readonly [Quote, ...Quote[]] {
  const own = group.filter(({ article }) => article.language === locale);
  const others = group.filter(({ article }) => article.language !== locale);
  return [...own, ...others] as unknown as readonly [Quote, ...Quote[]];
}

function card(
  group: readonly [Quote, ...Quote[]],
  { library, caller, translate }: Pick<Context, "library" | "caller" | "translate">,
): Block {
  const { locale } = caller;
  const words = say(locale);
  const [first] = group;
  const shown = group.filter(
    (quote, at) => group.findIndex(({ article }) => article.language === quote.article.language) === at,
  );
  const others = group.filter(
    (quote) =>
      !shown.includes(quote) && shown.every(({ article }) => article.source !== quote.article.source),
  );
  const names = [...new Set(others.map(({ article }) => publisherName(article.source, library, locale)))];
  // Who reads none of these languages sees at least what it is about.
  const help = first.article.language === locale ? [] : translate.terms(first.text, locale);
  const place = group.map(({ article }) => placeOfDateline(article)).find((one) => one !== null);
  return {
    kind: "card",
    title: { strong: calledBy(first.speaker, locale) },
    facts: joined([
      place ?? "",
      first.article.published ? { date: first.article.published, show: "day" } : "",
      group.every(({ form }) => form === "reported") ? words.reported : "",
    ]),
    id: first.article.id,
    lines: [
      ...shown.map(({ text, article }): readonly Span[] => [text, ...sourceSpans(article, library, locale)]),
      ...(help.length > 1 ? [[{ dim: `≈ ${help.join(" · ")}` }]] : []),
    ],
    ...(names.length > 0 && { notes: [[words.also(names.slice(0, 4).join(words.list))]] }),
    actions: [readAction(first.article, locale)],
  };
}

/** A speaker as the reader calls them, where the glossary knows the person, with the article's own name beside it. */
function calledBy(name: string, locale: Locale): string {
  const known = entitiesOf(name).find(
    ({ kind, start, end }) => kind === "person" && end - start === name.length,
  );
  return known ? nameFor({ id: known.id, name }, locale) : name;
}

function pager({ person, about = "", page }: Shown, more: boolean, words: Phrases): readonly Block[] {
  const to = (label: string, at: number): Action => ({
    label,
    run: quotesLine(person, about, at),
    place: "here",
  });
  const actions = [
    ...(page > 1 ? [to(words.back, page - 1)] : []),
    ...(more ? [to(words.more, page + 1)] : []),
  ];
  return actions.length > 0 ? [{ kind: "actions", actions }] : [];
}

function quoteData(group: readonly [Quote, ...Quote[]], { library }: Pick<Context, "library">) {
  const [{ speaker, article }] = group;
  return {
    speaker,
    place: group.map((quote) => placeOfDateline(quote.article)).find((place) => place !== null) ?? null,
    published: article.published,
    said: group.map(({ text, form, article }) => ({ text, form, article: articleData(article, library) })),
  };
}
