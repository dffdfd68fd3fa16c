/** How sides tell one story: what each says, what only it says, and who is silent. */
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { entitiesOf } from "../language/open.ts";
import { sentences } from "../language/sentences.ts";
import { type Figure, figuresIn } from "./added.ts";
import type { KeySentence } from "./key-sentences.ts";
import type { Stories } from "./stories.ts";

/** What is compared: languages, countries of the publishers, or two articles. */
export type Side = string;

export interface SideTold {
  /** `zh`, `CN`, or the id of an article; "" where the country is not known. */
  readonly side: Side;
  readonly articles: readonly [Article, ...Article[]];
  readonly sentences: readonly KeySentence[];
  /** What no other side says. */
  readonly only: { readonly names: readonly Name[]; readonly figures: readonly Figure[] };
}

/** A name as one of the side's articles writes it, with the sentence that it stands in. */
export interface Name {
  readonly name: string;
  readonly text: string;
  readonly article: string;
}

/** A side's names and figures are shown up to so many. */
const SHOWN = 6;
const LOOKED_THROUGH = 6_000;
const COMPARED: ReadonlySet<string> = new Set(["person", "body", "place", "event", "document", "country"]);

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
  const read = new Map([...sides].map(([side, articles]) => [side, readAll(articles)] as const));
  const told: SideTold[] = [];
  for (const [side, articles] of sides) {
    const own = read.get(side);
    if (!own) continue;
    const others = [...read].filter(([other]) => other !== side).map(([, one]) => one);
    const { sentences: said } = await stories.tell(articles, articles[0].language);
    told.push({
      side,
      articles,
      sentences: said.slice(0, 2),
      only: {
        names: [...own.names]
          .filter(([id]) => others.every(({ names }) => !names.has(id)))
          .map(([, name]) => name)
          .slice(0, SHOWN),
        figures: [...own.figures]
          .filter(([value]) => others.every(({ figures }) => !figures.has(value)))
          .map(([, figure]) => figure)
          .slice(0, SHOWN),
      },
    });
  }
  return told;
}

interface Read {
  readonly names: ReadonlyMap<string, Name>;
  readonly figures: ReadonlyMap<string, Figure>;
}

function readAll(articles: readonly Article[]): Read {
  const names = new Map<string, Name>();
  const figures = new Map<string, Figure>();
  for (const { id: article, title, body } of articles) {
    const text = body.slice(0, LOOKED_THROUGH);
    const lines = [title, ...sentences(text).map(([start, end]) => text.slice(start, end).trim())];
    for (const line of lines) {
      for (const { id, kind, start, end } of entitiesOf(line))
        if (COMPARED.has(kind) && !names.has(id))
          names.set(id, { name: line.slice(start, end), text: line, article });
      for (const { figure, value } of figuresIn(line))
        if (!figures.has(value)) figures.set(value, { figure, text: line, article });
    }
  }
  return { names, figures };
}
