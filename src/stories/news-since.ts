/** Stories with something new since an instant, those with new figures first. */
import type { Article } from "../article.ts";
import { sentences } from "../language/sentences.ts";
import { inSlices, slicer } from "../slices.ts";
import { type Figure, figuresIn } from "./added.ts";
import type { Rooms } from "./choose.ts";
import { isNews } from "./present.ts";
import type { Story } from "./stories.ts";

export interface Fresh {
  /** Only its new articles. */
  readonly story: Story;
  /** Articles that it had before. */
  readonly known: number;
  /** Figures that none of those had; none for a story that is new itself. */
  readonly figures: readonly Figure[];
}

/** An article comes in at most so long after it was published, or it is no news. */
const LATE_MS = 3 * 86_400_000;
const LOOKED_THROUGH = 6_000;
/** Earlier articles of a story that figures are held against, and stories whose figures are looked at. */
const HELD_AGAINST = 30;
const STORIES = 60;

/** @param since epoch milliseconds */
export async function newsSince(since: number, rooms: Rooms): Promise<readonly Fresh[]> {
  const { library, stories, caller, clock } = rooms;
  const to = clock.now() + 1;
  const news = library.between(since - LATE_MS, to).filter((article) => isNews(article, since));
  const oldest = news.at(-1);
  if (!oldest) return [];
  const span = { from: Date.parse(oldest.published ?? ""), to };
  const matching = new Map(news.map(({ id }) => [id, 1]));
  const rest = slicer();
  const found: Fresh[] = [];
  for (const [at, story] of (await stories.within(span, { matching, language: caller.locale })).entries()) {
    const pause = rest();
    if (pause) await pause;
    const own = new Set(story.articles.map(({ id }) => id));
    const whole = (await stories.get(story.id))?.articles ?? story.earlier;
    const known = whole.filter((article) => !own.has(article.id) && !isNews(article, since));
    const figures = at < STORIES && known.length > 0 ? await newFigures(story.articles, known) : [];
    found.push({ story, known: known.length, figures });
  }
  return [
    ...found.filter(({ figures }) => figures.length > 0),
    ...found.filter(({ figures }) => figures.length === 0),
  ];
}

async function newFigures(
  articles: readonly Article[],
  known: readonly Article[],
): Promise<readonly Figure[]> {
  const values = new Set<string>();
  const found: Figure[] = [];
  await inSlices(known.slice(-HELD_AGAINST), (article) => {
    for (const { value } of figuresOf(article)) values.add(value);
  });
  await inSlices(articles, (article) => {
    for (const { value, ...figure } of figuresOf(article)) {
      if (values.has(value)) continue;
      values.add(value);
      found.push(figure);
    }
  });
  return found;
}

function figuresOf({ id: article, title, body }: Article): readonly (Figure & { readonly value: string })[] {
  const text = body.slice(0, LOOKED_THROUGH);
  return [title, ...sentences(text).map((mark) => text.slice(...mark).trim())].flatMap((line) =>
    figuresIn(line).map(({ figure, value }) => ({ figure, value, text: line, article })),
  );
}
