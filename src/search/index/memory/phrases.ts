/** Articles that have an exact phrase: few by their terms, then verified on the texts. */
import { foldText } from "../../../language/fold.ts";
import { analyze } from "../../../language/tokens.ts";
import { slicer } from "../../../slices.ts";
import type { WordingTest } from "../../rank/wording.ts";
import type { Inverted } from "./inverted.ts";
import { bodyOf, intersect, type PostingList, pack, slotOf, titleOf } from "./postings.ts";

/** What has postings of its own, so that no article need be read. */
const HAN_INDEXED = /^\p{Script=Han}{1,2}$/u;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;
const HAN_ONE = /^\p{Script=Han}$/u;
const WORD = /^(?!\p{Script=Han})\p{L}+$/u;

/** @param passes spares reading articles that are out anyway */
export async function articlesWith(
  phrase: string,
  titleOnly: boolean,
  index: Inverted,
  wording: (phrase: string) => WordingTest,
  passes: (slot: number) => boolean,
): Promise<PostingList> {
  const folded = foldText(phrase).text;
  const candidates = HAN_ONE.test(folded) ? index.having(folded) : candidatesFor(phrase, index);
  if (HAN_INDEXED.test(folded) && !titleOnly) return candidates;
  const has = wording(phrase);
  const items = new Uint32Array(candidates.length);
  const rest = slicer();
  let length = 0;
  for (let i = 0; i < candidates.length; i++) {
    const posting = candidates.items[i] ?? 0;
    const article = passes(slotOf(posting)) ? index.article(slotOf(posting)) : undefined;
    if (!article) continue;
    const title = has(article, "title") ? Math.max(1, titleOf(posting)) : 0;
    const body = !titleOnly && has(article, "body") ? Math.max(1, bodyOf(posting)) : 0;
    if (title + body > 0) items[length++] = pack(slotOf(posting), title, body);
    const pause = rest();
    if (pause) await pause;
  }
  return { items, length };
}

/** Articles with every term that the phrase is sure to leave in the index whatever stands around it. */
function candidatesFor(phrase: string, index: Inverted): PostingList {
  const terms = [...new Set(analyze(phrase).map(({ term }) => term))];
  const sure = terms.filter((term) => HAN_PAIR.test(term) || (WORD.test(term) && term.length > 3));
  const anchors = sure.length > 0 ? sure : terms.filter((term) => index.count(term) > 0).slice(0, 1);
  const lists = anchors.map((term) => index.postings(term));
  const found = lists.filter((list) => list !== undefined);
  const list = intersect(found.length < lists.length ? [] : found);
  // A copy: the index may change while articles are read.
  return { items: list.items.slice(0, list.length), length: list.length };
}
