/** Which story a new article belongs to: the one whose latest articles it is most like, or a story of its own. */
import { type Article, momentOf } from "../../article.ts";
import type { SimilarArticle } from "./window.ts";

/** A story goes on while no more than so long lies between two of its articles, in milliseconds. */
export const PAUSE_MS = 7 * 86_400_000;
/** So many of a story's likest articles speak for it: one common word with one article chains nothing. */
const SPEAKERS = 3;
/**
 * An article joins a story of one, of two, or of more articles when it is so like those that speak for it: the more
 * speak, the less may be chance. On judged stories of days and of weeks neighbouring values do as well.
 */
const JOINS = [0.1, 0.08, 0.045] as const;

/** A story as far as joining it matters. */
export interface StoryTimes {
  readonly id: string;
  /** Epoch milliseconds of its articles, by article id. */
  readonly times: ReadonlyMap<string, number>;
}

/** So many pieces that a publisher brought at one moment are a page on one event; another piece of it needs less. */
const PAGE = 2;

/**
 * The story that an article joins.
 * @param near articles like it, the likest first
 * @param lineOf the story that an article belongs to
 * @param onePage whether its publisher brought an article at the same moment as it
 */
export function storyFor(
  at: number,
  near: readonly SimilarArticle[],
  lineOf: (article: string) => StoryTimes | undefined,
  onePage: (article: string) => boolean,
): StoryTimes | undefined {
  const likes = new Map<StoryTimes, { readonly all: number[]; pages: number }>();
  for (const { id, like } of near) {
    const line = lineOf(id);
    if (!line) continue;
    const known = likes.get(line) ?? { all: [], pages: 0 };
    likes.set(line, known);
    known.all.push(like);
    if (onePage(id)) known.pages++;
  }
  let best: { readonly line: StoryTimes; readonly like: number } | undefined;
  for (const [line, { all, pages }] of likes) {
    const speakers = Math.min(SPEAKERS, line.times.size);
    const like = all.slice(0, speakers).reduce((sum, one) => sum + one, 0) / speakers;
    if ((like < (JOINS[speakers - 1] ?? 1) && pages < PAGE) || like < (best?.like ?? 0)) continue;
    // Of two stories that are as near, the older one goes on.
    if (best && like === best.like && line.id > best.line.id) continue;
    if (!within(line, at)) continue;
    best = { line, like };
  }
  return best?.line;
}

/** Whether some article of the story is near in time, before or after: a late article joins its story too. */
function within({ times }: StoryTimes, at: number): boolean {
  for (const time of times.values()) if (Math.abs(time - at) <= PAUSE_MS) return true;
  return false;
}

/** When an article counts as published: where that is not known, when it came. */
export function timeOf(article: Article): number | null {
  const at = Date.parse(momentOf(article) ?? "");
  return Number.isNaN(at) ? null : at;
}
