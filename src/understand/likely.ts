/** Which wish a sentence is most likely, by a model that was trained on judged sayings; the rules are one of its signs. */
import { once } from "../once.ts";
import type { Ruled } from "./by-rules.ts";
import { bears, mayBeOfSending } from "./evidence.ts";
import { formsIn } from "./form-rows.ts";
import { type LinearModel, likelihoods, readModel } from "./linear-model.ts";
import type { Scene } from "./scene.ts";
import { short, words } from "./signs.ts";
import { MARK, type Overview } from "./to-compare.ts";
import type { Wish } from "./wish.ts";
import { featuresOf } from "./wish-features.ts";

export interface Chosen {
  readonly wish: Wish;
  /** How likely the model holds it, from 0 to 1. */
  readonly likely: number;
}

/** Chooses the wish of a sentence, given what the rules take it for. */
export type Choose = (scene: Scene, ruled: Ruled) => Chosen;

/** The chooser of a model. */
export function chooseBy(model: () => LinearModel): Choose {
  return (scene, ruled) => {
    const { classes } = model();
    const all = likelihoods(model(), featuresOf(scene.sentence, scene.before, ruled));
    const ranked = classes
      .map((wish, at) => ({ wish: wish as Wish, likely: all[at] ?? 0 }))
      .filter(
        ({ wish, likely }) => wish === ruled.wish || likely >= needed(wish) || bears(wish, scene.sentence),
      )
      .sort((a, b) => b.likely - a.likely);
    const wish = wishAmong(ranked, scene, ruled);
    return { wish, likely: ranked.find((one) => one.wish === wish)?.likely ?? 0 };
  };
}

/** @param ranked the most likely first */
function wishAmong(ranked: readonly Chosen[], scene: Scene, ruled: Ruled): Wish {
  const [most, next] = ranked;
  const chosen = most && next && most.likely >= LIKELY ? most.wish : ruled.wish;
  // A summary for somebody who wanted one stopped is worse than a question.
  const sends = ranked.reduce((sum, { wish, likely }) => sum + (SENDS.test(wish) ? likely : 0), 0);
  if (POSTS.has(chosen) && sends >= (mayBeOfSending(scene.sentence) ? DOUBTFUL : LESS_DOUBTFUL))
    return SENDS.test(ruled.wish) ? ruled.wish : "unclear";
  if (!most || !next || most.likely < LIKELY) return ruled.wish;
  // Talk of a change is no wish for it.
  if (ruled.wish === "unclear" && CHANGES.test(most.wish) && most.likely < ALMOST_SURELY) return ruled.wish;
  // Nothing is posted to all where the rules find a wish about sending.
  if (POSTS.has(most.wish) && SENDS.test(ruled.wish)) return ruled.wish;
  // Nobody who asks for a summary, or only grumbles, wants a change made of it on a guess.
  if (POSTS.has(ruled.wish) && CHANGES.test(most.wish) && most.likely < FIRMLY) return "unclear";
  if (ruled.wish === "smalltalk" && most.likely < FIRMLY) return ruled.wish;
  // What somebody said is a question; their words are wanted where it says so.
  if (most.wish === "quotes" && ruled.wish === "ask" && !OWN_WORDS.test(scene.sentence.low)) return "ask";
  // "Trade volume 2024" is looked for; an overview needs a word for it.
  const mark = MARK[most.wish as Overview];
  const few = words(scene.sentence.low) <= NAMED;
  if (mark && ruled.wish === "search" && !scene.sentence.has(mark) && (few || most.likely < ALMOST_SURELY))
    return ruled.wish;
  // News of a day is its summary unless the newest are plainly wanted.
  if (most.wish === "latest" && ruled.wish === "digest" && most.likely < ALMOST_SURELY) return ruled.wish;
  // "These as a table" goes on from what was shown.
  if (
    most.wish === "search" &&
    next.wish === "followup" &&
    scene.before &&
    THESE.test(scene.sentence.low) &&
    formsIn(scene.sentence.low).length > 0
  )
    return "followup";
  if (VAGUE.has(most.wish) && pointsPlainly(scene, ruled)) return ruled.wish;
  // Who is asked back has to say it again, so what is only a little less likely is tried first.
  return most.wish === "unclear" && most.likely < SURELY && !NOTHING.has(ruled.wish) ? next.wish : most.wish;
}

/** How likely a wish must be for which there is no word; nothing that cannot be undone is. */
const needed = (wish: Wish): number => (wish === "forget" ? Number.POSITIVE_INFINITY : UNNAMED);
const UNNAMED = 0.75;
/** How likely a wish must be to stand against the rules. */
const LIKELY = 0.4;
/** How likely a change must be where the rules find only talk of one. */
const ALMOST_SURELY = 0.97;
/** Words of what is only named. */
const NAMED = 3;
const CHANGES = /^(?:daily|watch|unwatch|settings|forget|feeds)/;
/** How likely a change must be where the rules find a summary that is asked for. */
const FIRMLY = 0.85;
const OWN_WORDS =
  /(?<!\p{L})(?:quot\p{L}+|verbatim|literal\p{L}*|exact|own words|word for word|direct speech|цит\p{L}+|дословн\p{L}+|слово в слово|прям\p{L}+ реч\p{L}+|букваль\p{L}+|точн\p{L}+)(?!\p{L})|原话|语录|引语|逐字|一字不差|原文|金句/u;
const THESE =
  /(?<!\p{L})(?:this|these|those|эт[иоу]|этот|их)(?!\p{L})|[这那](?:些|几[篇条个]|个(?:列表|清单|结果))/u;
const POSTS: ReadonlySet<Wish> = new Set(["digest", "brief"]);
const SENDS = /^(?:daily|watch|unwatch|settings|deliveries|unclear)/;
/** How likely a wish about sending may be where a summary is given at once: a question costs a twentieth of the harm. */
const DOUBTFUL = 0.05;
/** The same where no word is of sending. */
const LESS_DOUBTFUL = 0.12;
/** How likely it must be that nothing is wished. */
const SURELY = 0.6;
/** What a sentence that points at an article is not, whatever else it is. */
const VAGUE: ReadonlySet<Wish> = new Set(["unclear", "followup", "search"]);
const NOTHING: ReadonlySet<Wish> = new Set(["unclear", "smalltalk"]);

/** "Open the second": the rules read what points at an article of the list. */
function pointsPlainly({ sentence, before }: Scene, { wish }: Ruled): boolean {
  return (
    before !== undefined &&
    (wish === "read" || wish === "related") &&
    sentence.places.length > 0 &&
    short(sentence)
  );
}

export const likely: Choose = chooseBy(once(() => readModel("wish-model.tsv")));
