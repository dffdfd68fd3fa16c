/** Wishes for one's own list, for what came since the last look, and for somebody's words → `saved`, `new`, `quotes`. */
import { QUESTIONS } from "../i18n/understand.ts";
import type { Scene } from "./scene.ts";
import type { Sentence } from "./sentence.ts";
import { quotesAsked } from "./to-quote.ts";
import { articleIn } from "./to-read.ts";
import { forChannel } from "./to-set.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";

const LIST =
  /(?<!\p{L})(?:my|our|the) (?:saved|bookmarked)|(?<!\p{L})what (?:have|did) i (?:saved?|bookmark)|我?收藏(?:了|过)?(?:的|哪些|什么|夹|列表)|(?<!\p{L})(?:мои|моё|мое|что я) (?:сохран|избранн|закладк)/u;
const ADD =
  /^(?:please |can you |could you |пожалуйста,? |请|帮我)?(?:save|bookmark|сохрани(?:те|ть)?|добавь(?:те)? в избранное|收藏)(?!\p{Script=Latin}|\p{Script=Cyrillic})/u;
const SINCE =
  /(?:new|changed|happened|came in|missed?)\b.{0,40}\bsince (?:i|we) (?:last )?(?:looked|checked|was here|were here|read)|since (?:my |our )?last (?:time|look|visit)|(?:自从?|从)?我?上次(?:看|查看|来)(?:了|过)?(?:之?后|以来|到现在)|с (?:моего )?прошлого раза|с тех пор,? как (?:я|мы) (?:смотрел|заходил|читал|был)/u;

/** Rows of the table of wishes. */
export const OWN_LIST = [
  {
    want: "saved",
    example: "show my saved articles",
    when: (s: Sentence) => LIST.test(s.low) && !s.has("told"),
  },
  {
    want: "save",
    // It has to point at an article.
    example: "save the second one",
    when: (s: Sentence) => ADD.test(s.low) && (s.ids.length > 0 || s.places.length > 0),
  },
  {
    want: "new",
    example: "what's new since I last looked",
    when: (s: Sentence) => SINCE.test(s.low) && !s.has("watch"),
  },
  {
    want: "quotes",
    example: "show me quotes by Sohail Khan about the media",
    when: (s: Sentence) =>
      quotesAsked(s) !== undefined && !(["watch", "summary", "alert"] as const).some((mark) => s.has(mark)),
  },
] as const;

/** Takes off the list. */
const REMOVES =
  /(?<!\p{L})(?:remove|delete|drop|take .{0,20}off|unsave|needn't stay|need not stay|no longer needed|cross (?:\p{L}+ ){0,3}off|больше не нуж\p{L}+|не нуж\p{L}+|unbookmark|get rid of|убери|убрать|удали|удалить|выкинь|вычеркни)(?:те)?(?!\p{L})|移[出走除]|取消|删|划掉|拿掉|去掉|不用留/u;
/** Puts on the list. */
const ADDS =
  /(?<!\p{L})(?:save|keep|bookmark|put|add|store|remember|(?:in|into|on|to|onto) (?:my|the|our) (?:saved )?(?:list|saved|bookmarks|favou?rites)|в (?:избранн\p{L}+|закладк\p{L}+|список)|на заметку|запомн\p{L}+|сохран[иь]\p{L}*|отлож[иь]\p{L}*|добав[иь]\p{L}*|полож[иь]\p{L}*|остав[иь]\p{L}*)(?!\p{L})|存|收藏(?!了|的|过|夹|哪)|加书签|留着|留底|收了|收下|记下|放/u;

/** The list, or what is put on it or taken off: what a sentence points at. */
export function saved(scene: Scene): Understood {
  const { sentence, before } = scene;
  const { low, ids, places } = sentence;
  const points = ids.length > 0 || places.length > 0;
  const whose = forChannel(sentence) || (/общ(?:ий|ую|ая) |для всех/u.test(low) ? " for:channel" : "");
  const removes = REMOVES.test(low);
  if (!removes && (!ADDS.test(low) || (!points && (sentence.question || sentence.has("show")))))
    return does(`saved${whose}`);
  if (!points && before === undefined) return removes ? puts(QUESTIONS.which) : does(`saved${whose}`);
  const id = articleIn(scene);
  if (!id) return puts(QUESTIONS.which);
  const line = `saved ${removes ? "remove" : "add"} ${id}${whose}`;
  return whose ? confirms(line) : does(line);
}
