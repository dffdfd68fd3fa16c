/** Signs that somebody wants nothing of a publisher any more, or wants it back. */
import type { Sentence } from "./sentence.ts";
import { any, dated, timed, words } from "./signs.ts";
import { subjectIn } from "./subject.ts";

/** What is said besides of how long and for whom it holds. */
const FOR_GOOD =
  /^(?:from now on|(?:any ?)?more|ever|again|at all|please|here|for us|for me|in (?:here|this channel)|больше|впредь|никогда|здесь|нам|мне|以后|今后|我们|请|了|吧|再|的|[\s,.!])+$/iu;

/** Whether that is all that is said; beside a subject it is a filter. */
export function leavesOutForGood(s: Sentence): boolean {
  if (s.slots.leftOut.length === 0 || s.slots.publishers.length > 0) return false;
  if (s.question || dated(s) || timed(s) || any(s, "summary", "watch", "news", "search", "told"))
    return false;
  return subjectIn(s, [], ["polite"], true).replace(FOR_GOOD, "") === "";
}

const BACK =
  /(?<!\p{L})(?:(?:bring|put|take|let|have|want|get|add)(?!\p{L}).{0,40}back|restore|unhide|unmute|unblock|верни(?:те)?|вернуть|(?:снова|опять) показывай(?:те)?|показывай(?:те)? (?:снова|опять)|разблокируй(?:те)?)(?!\p{L})|恢复|重新(?:显示|看|加入|关注)|加回来|解除屏蔽|取消屏蔽/u;

/** Whether somebody wants a publisher back. */
export function bringsBack(s: Sentence): boolean {
  if (s.slots.publishers.length === 0 || s.question || words(s.low) > 8) return false;
  return BACK.test(s.low) && !any(s, "summary", "watch", "search");
}
