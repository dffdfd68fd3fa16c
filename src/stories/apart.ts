/** What tells that two figures measure different things, or the same one, though their sentences are much alike. */
import { entitiesOf } from "../language/open.ts";

/** What a figure's sentence says of where and of which of two contrary things it is. */
export interface Bearings {
  /** Ids of the places that are named; a country may be named for whoever speaks. */
  readonly places: ReadonlySet<string>;
  /** Which of contrary things are named. */
  readonly sides: readonly (readonly [boolean, boolean])[];
}

const CONTRARY: readonly (readonly [RegExp, RegExp])[] = [
  [/export|экспорт|вывоз|出口/iu, /import|импорт|ввоз|进口/iu],
  [
    /\bfirst half\b|перво[емг]\p{L}{0,3} полугод|上半年/iu,
    /\bsecond half\b|второ[емг]\p{L}{0,3} полугод|下半年/iu,
  ],
  [
    /\bturnout\b|(?<!\p{L})явк|投票率/iu,
    /\bof the votes?\b|\bin favou?r\b|(?<!\p{L})(?:голосов(?!\p{L})|проголосовал)|得票|赞成/iu,
  ],
];
/** What stands right before a figure that is told as a bound; the true one lies a little beyond it. */
const OVER = /(?:over|more than|above|at least|свыше|более|больше|не менее|超过|逾|至少|超)\s*$/iu;
const UNDER = /(?:under|less than|nearly|almost|below|up to|почти|менее|до|近|不足|将近|不到)\s*$/iu;
/** As much of a figure as the true one may lie beyond a bound. */
const BEYOND = 0.1;

export function bearingsOf(sentence: string): Bearings {
  const places = entitiesOf(sentence).filter(({ kind }) => kind === "place");
  return {
    places: new Set(places.map(({ id }) => id)),
    sides: CONTRARY.map(([first, second]) => [first.test(sentence), second.test(sentence)]),
  };
}

/** Whether they name other places alone, or contrary things. */
export function apart(one: Bearings, two: Bearings): boolean {
  const { size } = one.places;
  if (size > 0 && two.places.size > 0 && [...one.places].every((id) => !two.places.has(id))) return true;
  return one.sides.some(([first, second], i) => {
    const [another, contrary] = two.sides[i] ?? [false, false];
    return first !== second && another !== contrary && first !== another;
  });
}

/** A figure may be so much more or less than it says: 1 for "more than", -1 for "nearly", 0 as it stands. */
export function boundAt(before: string): -1 | 0 | 1 {
  return OVER.test(before) ? 1 : UNDER.test(before) ? -1 : 0;
}

/** Whether a figure told as a bound and another one go together. */
export function within(value: number, bound: -1 | 0 | 1, other: number): boolean {
  const beyond = (other - value) * bound;
  return bound !== 0 && beyond >= 0 && beyond <= BEYOND * value;
}
