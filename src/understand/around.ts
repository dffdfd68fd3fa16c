/** Words of asking, wherever they stand: who speaks, verbs of wanting and sending, what is said to be polite. */
import { findAll, type TextMatch, words } from "../language/when/pattern.ts";
import { once } from "../once.ts";
import { ABC_FILLERS, HAN_FILLERS, HAN_TAILS } from "./fillers.ts";
import { CLOSING, OPENERS } from "./peel.ts";

/** Words that stand around a wish, wherever they stand. */
const around = once(() => {
  const of = (script: "abc" | "han") =>
    OPENERS.filter(([, written]) => written === script).map(([, , one]) => one);
  return [
    words([...of("abc"), ...CLOSING.abc, ABC_FILLERS, LITTLE].join("|")),
    new RegExp([...of("han"), CLOSING.han, HAN_FILLERS, HAN_TAILS, HAN_LITTLE].join("|"), "gu"),
  ];
});

const LITTLE =
  "the|an?|of|for|from|in|at|to|with|by|on|about|and|or|as|it|its|if|but|when|than|один|раз|и|или|в|во|на|по|о|об|про|с|со|к|до|от|из|за|для|у|но|когда|чтобы|если|каждый|каждую|каждое";
const HAN_LITTLE = "[的了吗呢吧在是就都也和与或从到把对等个每有要]";

/** Where such words stand. */
export function aroundIn(low: string): TextMatch<string>[] {
  return around().flatMap((form) => findAll(form, low, ([whole]) => whole || undefined));
}
