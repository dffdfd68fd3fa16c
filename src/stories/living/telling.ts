/** What an article tells, as features that can be compared across languages. */
import type { Article } from "../../article.ts";
import type { Entity } from "../../language/entities/entities.ts";
import { entitiesOf } from "../../language/open.ts";
import { newsOf } from "../dateline.ts";
import { hanNames } from "../names.ts";
import { numberWeight, readTerms, soundsOf, type Tongue } from "../profile.ts";

/** Features with their weights; the text of a feature is the same wherever it comes from. */
export type Features = ReadonlyMap<string, number>;

/**
 * words: terms as the article has them. echoes: what its terms are called in the other languages. names: what the
 * glossary knows and how its names sound. numbers: all but years and single digits, the longer the heavier.
 */
export interface Telling {
  readonly words: Features;
  readonly echoes: Features;
  readonly names: Features;
  readonly numbers: Features;
}

/** Title and opening say what the news is; what follows is often background. */
const TITLE = 2;
const OPENING = 1.5;
const OPENING_LENGTH = 240;
/** Articles are compared by their beginnings; longer texts would only be slower. */
const COMPARED = 1_200;
/** Features of a kind that are kept: the heaviest, as an article is in memory for as long as its story may go on. */
const KEPT = 160;

/** How telling a known name is; a person or an event marks a story, a country or a town is in many. */
const TELLING: Readonly<Record<Entity["kind"], number>> = {
  person: 1,
  event: 1,
  media: 0.7,
  document: 0.5,
  body: 0.4,
  idea: 0.05,
  place: 0.25,
  country: 0.1,
  office: 0.1,
};
/** Words of a place's name count so much: two things in one town are two stories. */
const IN_PLACE = 0.4;

/** A word that any article of this beat may have counts so much, and has no echo. */
const COMMON = 0.2;

export function tellingOf(article: Article, tongue: Tongue): Telling {
  const { common } = tongue;
  const words = new Map<string, number>();
  const echoes = new Map<string, number>();
  const names = new Map<string, number>();
  const numbers = new Map<string, number>();
  const body = newsOf(article.body).slice(0, COMPARED);
  for (const [text, base] of [
    [article.title, TITLE],
    [body, 1],
  ] as const) {
    const entities = entitiesOf(text);
    const places = entities.filter(({ kind }) => kind === "place" || kind === "country");
    const inPlace = (at: number) => places.some(({ start, end }) => at >= start && at < end);
    for (const { term, number, start } of readTerms(tongue.analyze(text))) {
      const position = base === 1 && start < OPENING_LENGTH ? OPENING : base;
      const weight = position * (inPlace(start) ? IN_PLACE : 1);
      if (number) raise(numbers, term, numberWeight(term));
      else if (common.has(term)) add(words, term, weight * COMMON);
      else {
        add(words, term, weight);
        for (const echo of tongue.translate(term))
          if (!common.has(echo.term)) add(echoes, echo.term, weight * echo.weight);
      }
    }
    for (const { id, kind } of entities) add(names, `=${id}`, base * TELLING[kind]);
    for (const sound of hanNames(text)) raise(names, sound, 1);
    for (const { sound, name } of soundsOf(text)) if (name) raise(names, sound, 1);
  }
  return { words: heaviest(words), echoes: heaviest(echoes), names: heaviest(names), numbers };
}

function add(features: Map<string, number>, feature: string, weight: number): void {
  features.set(feature, (features.get(feature) ?? 0) + weight);
}

function raise(features: Map<string, number>, feature: string, weight: number): void {
  if (weight > (features.get(feature) ?? 0)) features.set(feature, weight);
}

/** What is said twice is not twice as telling. */
function heaviest(features: ReadonlyMap<string, number>): Features {
  return new Map(
    [...features]
      .sort((one, other) => other[1] - one[1])
      .slice(0, KEPT)
      .map(([feature, weight]) => [feature, Math.log1p(weight)]),
  );
}
