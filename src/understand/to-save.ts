/** Wishes for one's own list and for what came since the last look → `saved`, `new`. */
import { QUESTIONS } from "./questions.ts";
import type { Scene } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { does, puts, type Understood } from "./understood.ts";

const LIST =
  /(?<!\p{L})(?:my|our|the) (?:saved|bookmarked)|(?<!\p{L})what (?:have|did) i (?:saved?|bookmark)|我?收藏(?:了|过)?(?:的|哪些|什么|夹|列表)|(?<!\p{L})(?:мои|моё|мое|что я) (?:сохран|избранн|закладк)/u;
const ADD =
  /^(?:please |can you |could you |пожалуйста,? |请|帮我)?(?:save|bookmark|сохрани(?:те|ть)?|добавь(?:те)? в избранное|收藏)(?!\p{Script=Latin}|\p{Script=Cyrillic})/u;
const SINCE =
  /(?:new|changed|happened|came in|missed?)\b.{0,40}\bsince (?:i|we) (?:last )?(?:looked|checked|was here|were here|read)|since (?:my |our )?last (?:time|look|visit)|(?:自从?|从)?我?上次(?:看|查看|来)(?:了|过)?(?:之?后|以来|到现在)|с (?:моего )?прошлого раза|с тех пор,? как (?:я|мы) (?:смотрел|заходил|читал|был)/u;

export const asksForSaved = ({ low }: Sentence): boolean => LIST.test(low);
/** "Save the second", 收藏第一篇: it has to point at an article. */
export const asksToSave = ({ low, ids, places }: Sentence): boolean =>
  ADD.test(low) && (ids.length > 0 || places.length > 0);
export const asksSinceLook = ({ low }: Sentence): boolean => SINCE.test(low);

export function save({ sentence, before }: Scene): Understood {
  const place = sentence.places[0]?.value.at[0];
  const id = sentence.ids[0]?.value ?? (place && before?.ids[place - 1]);
  return id ? does(`saved add ${id}`) : puts(QUESTIONS.which);
}
