/** How right the stories are: B-cubed precision, recall and F1 against stories judged by hand. */
import * as z from "zod";
import type { Article } from "../article.ts";
import type { Stories } from "../stories/stories.ts";

const FILE = z.object({
  /** Over weeks: whole stories are judged, not what a time tells of them. */
  weeks: z.boolean().optional(),
  stories: z.array(
    z.object({
      name: z.string(),
      split: z.string().optional(),
      articles: z.array(z.string()).min(1),
    }),
  ),
});

/** Stories as judged: names and the ids of their articles; `split` parts the set (dev, held-out). */
export type JudgedStories = z.infer<typeof FILE>;

export interface BCubed {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface StoryJudgement {
  readonly articles: number;
  readonly stories: number;
  /** How many stories were found where `stories` were judged. */
  readonly found: number;
  readonly overall: BCubed;
  readonly splits: Readonly<Record<string, BCubed>>;
  /** Groups found that mix judged stories, and judged stories that fell apart; ids by story. */
  readonly mixed: readonly (readonly string[])[];
  readonly parted: readonly { readonly name: string; readonly parts: readonly (readonly string[])[] }[];
  /** Judged ids that no dated article has. */
  readonly unknown: readonly string[];
}

/** Reads a file of judged stories. @throws when it is not one */
export function readJudgedStories(text: string): JudgedStories {
  return FILE.parse(JSON.parse(text));
}

/** Asks for the stories of the whole time that the articles span, and compares them with the judged ones. */
export async function judgeStories(
  stories: Stories,
  articles: readonly Article[],
  { stories: judged, weeks = false }: JudgedStories,
): Promise<StoryJudgement> {
  const times = articles.flatMap(({ published }) => (published === null ? [] : [Date.parse(published)]));
  const span = { from: Math.min(...times), to: Math.max(...times) + 1 };
  const found = weeks
    ? await wholeStories(stories, articles)
    : (await stories.within(span)).map((story) => story.articles.map(({ id }) => id));
  const there = new Set(found.flat());
  const gold = judged.map(({ articles: ids }) => ids.filter((id) => there.has(id)));
  const nameOf = new Map(judged.flatMap(({ name, articles: ids }) => ids.map((id) => [id, name] as const)));
  const splits = [...new Set(judged.flatMap(({ split }) => split ?? []))];
  const inSplit = (split: string) => gold.filter((_, at) => judged[at]?.split === split);
  return {
    articles: gold.flat().length,
    stories: judged.length,
    found: found.length,
    overall: bCubed(gold, found),
    splits: Object.fromEntries(splits.map((split) => [split, bCubed(inSplit(split), found)])),
    mixed: found.filter((group) => new Set(group.flatMap((id) => nameOf.get(id) ?? [])).size > 1),
    parted: judged.flatMap(({ name }, at) => {
      const own = new Set(gold[at]);
      const parts = found.map((group) => group.filter((id) => own.has(id))).filter((part) => part.length > 0);
      return parts.length > 1 ? [{ name, parts }] : [];
    }),
    unknown: judged.flatMap(({ articles: ids }) => ids.filter((id) => !there.has(id))),
  };
}

async function wholeStories(stories: Stories, articles: readonly Article[]): Promise<string[][]> {
  const found = new Map<string, string[]>();
  for (const { id } of articles) {
    const story = await stories.get(id);
    if (story)
      found.set(
        story.id,
        story.articles.map((article) => article.id),
      );
  }
  return [...found.values()];
}

/**
 * B-cubed (Bagga and Baldwin 1998): for each article, the share of its found group that is of its judged story,
 * and the share of its judged story that is in its found group; both averaged over articles.
 * Articles that nobody judged do not count.
 */
export function bCubed(gold: readonly (readonly string[])[], found: readonly (readonly string[])[]): BCubed {
  const judged = new Map(gold.flatMap((ids) => ids.map((id) => [id, new Set(ids)] as const)));
  const groups = new Map(
    found.flatMap((ids) => {
      const known = ids.filter((id) => judged.has(id));
      return known.map((id) => [id, known] as const);
    }),
  );
  let precision = 0;
  let recall = 0;
  for (const [id, story] of judged) {
    const group = groups.get(id) ?? [id];
    const both = group.filter((other) => story.has(other)).length;
    precision += both / group.length;
    recall += both / story.size;
  }
  const count = Math.max(1, judged.size);
  const [p, r] = [precision / count, recall / count];
  return { precision: p, recall: r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}
