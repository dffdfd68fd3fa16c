/** How sides tell one story: what each says, what only it says, and who is silent. */
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { quantitiesIn } from "../language/quantities.ts";
import { sentences } from "../language/sentences.ts";
import { eachInTurns, slicer } from "../slices.ts";
import { type CountedFigure, figuresIn } from "./added.ts";
import type { KeySentence } from "./key-sentences.ts";
import { createMentions, type Measured, type Mentions } from "./mentions.ts";
import { type NameMention, namesThatTell } from "./named.ts";
import type { Stories } from "./stories.ts";

/** What is compared: languages, countries of the publishers, or two articles. */
export type Side = string;

export interface SideTold {
  /** `zh`, `CN`, or the id of an article; "" where the country is not known. */
  readonly side: Side;
  readonly articles: readonly [Article, ...Article[]];
  readonly sentences: readonly KeySentence[];
  /** What no other side says. */
  readonly only: { readonly names: readonly Name[]; readonly figures: readonly CountedFigure[] };
}

/** A name as one of the side's articles writes it, with the sentence that it stands in. */
export interface Name extends NameMention {
  readonly text: string;
  readonly article: string;
}

/** A side's names and figures are shown up to so many, from so many of its articles. */
const SHOWN = 6;
const LOOKED_AT = 12;
const LOOKED_THROUGH = 6_000;

/** The sides of some articles, those with most articles first. */
export function sidesOf(
  articles: readonly Article[],
  sideOf: (article: Article) => Side,
): ReadonlyMap<Side, readonly [Article, ...Article[]]> {
  const sides = new Map<Side, [Article, ...Article[]]>();
  for (const article of articles) {
    const known = sides.get(sideOf(article));
    if (known) known.push(article);
    else sides.set(sideOf(article), [article]);
  }
  return new Map([...sides].sort((a, b) => b[1].length - a[1].length));
}

/** The country of an article's publisher, ISO 3166; "" where it is not known. */
export function countryOf(library: Library): (article: Article) => Side {
  return ({ source }) => library.publisher(source)?.country ?? "";
}

/** What each side tells, verbatim. */
export async function compareSides(
  sides: ReadonlyMap<Side, readonly [Article, ...Article[]]>,
  stories: Pick<Stories, "tell">,
): Promise<readonly SideTold[]> {
  const mentions = new Map<Side, Mentions>();
  for (const [side, articles] of sides) {
    const said = createMentions();
    await eachInTurns(articles, said.add);
    mentions.set(side, said);
  }
  const told: SideTold[] = [];
  for (const [side, articles] of sides) {
    const others = [...mentions].flatMap(([other, said]) => (other === side ? [] : [said]));
    const { sentences: said } = await stories.tell(articles, articles[0].language);
    told.push({ side, articles, sentences: said.slice(0, 2), only: await onlyIn(articles, others) });
  }
  return told;
}

/** Names and figures that no other side mentions in any form. */
async function onlyIn(articles: readonly Article[], others: readonly Mentions[]): Promise<SideTold["only"]> {
  const names = new Map<string, Name>();
  const figures = new Map<string, CountedFigure>();
  await eachInTurns(articles.slice(0, LOOKED_AT), function* ({ id: article, title, body }) {
    const text = body.slice(0, LOOKED_THROUGH);
    for (const line of [title, ...sentences(text).map((mark) => text.slice(...mark).trim())]) {
      for (const named of namesThatTell(line))
        if (!names.has(named.id)) names.set(named.id, { ...named, text: line, article });
      for (const { figure, counted, value } of figuresIn(line))
        if (!figures.has(value) && isTelling(value))
          figures.set(value, { figure, counted, text: line, article });
      yield;
    }
  });
  const isAlone = (name: Name): boolean => others.every((side) => !side.name(name));
  const isOwn = ([value, figure]: readonly [string, CountedFigure]): boolean =>
    others.every((side) => !side.figure(value)) && !isMeasured(figure, others);
  return {
    names: await firstOf(names.values(), isAlone),
    figures: (await firstOf(figures, isOwn)).map(([, figure]) => figure),
  };
}

/** The first for which something is true, as many as are shown; others are let go first in between. */
async function firstOf<T>(all: Iterable<T>, is: (one: T) => boolean): Promise<T[]> {
  const rest = slicer();
  const found: T[] = [];
  for (const one of all) {
    if (is(one)) found.push(one);
    if (found.length === SHOWN) break;
    await rest();
  }
  return found;
}

/** Whether another side gives the same amount in a unit of its own. */
function isMeasured({ figure, text }: CountedFigure, others: readonly Mentions[]): boolean {
  const measured: Measured | undefined = quantitiesIn(text).find(
    ({ start, end, unit }) => unit !== "count" && text.slice(start, end).startsWith(figure),
  );
  return measured !== undefined && others.some((side) => side.measure(measured));
}

/** A few of something are told in words as often as in figures. */
function isTelling(value: string): boolean {
  return value.endsWith("%") || !(Number(value) < 13);
}
