/** The door of measuring: a set of judged files, or one file, measured and shown. */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Library } from "../articles/library.ts";
import { readArticles } from "../articles/read.ts";
import { createLibrary } from "../articles/shelf.ts";
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/eval.ts";
import type { Reply } from "../reply.ts";
import { root } from "../root.ts";
import { createStories } from "../stories/stories.ts";
import { createTongue } from "../stories/tongue.ts";
import { measureAnswers } from "./answers.ts";
import { readQuestions } from "./judge-answers.ts";
import type { Saying } from "./judge-sayings.ts";
import { readJudged } from "./judge-search.ts";
import { readJudgedStories } from "./judge-stories.ts";
import { measureSayings } from "./sayings.ts";
import { measureSearch } from "./search.ts";
import { readJudgedFile, replyOf, type Sheet } from "./sheet.ts";
import { measureStories } from "./stories.ts";

/** Which part of a set is measured; everything when left out. */
export interface Part {
  readonly half?: "dev" | "held" | undefined;
  readonly kind?: string | undefined;
}

/** Measures search on a file of judged queries, the project's own when left out. */
export async function evalQueries(file: string | undefined, ctx: Context): Promise<Reply> {
  const queries = await readJudgedFile(file ?? join(root, "test", "search", "judged.json"), readJudged);
  return alone(await measureSearch(queries, ctx.library, ctx), ctx);
}

/** Measures answers on a file of judged questions, the project's own when left out; the file may name more articles. */
export async function evalAnswers(file: string | undefined, ctx: Context): Promise<Reply> {
  const judged = await readJudgedFile(file ?? join(root, "test", "answers", "judged.json"), readQuestions);
  const more = judged.articles === undefined ? [] : await articlesIn(resolve(root, judged.articles));
  const library = createLibrary(ctx.library.publishers, [...ctx.library.newest(), ...more], []);
  return alone(await measureAnswers(judged.questions, library, ctx), ctx);
}

/** Measures the stories over the articles at hand on a file of judged ones. */
export async function evalStories(file: string, ctx: Context): Promise<Reply> {
  const judged = await readJudgedFile(file, readJudgedStories);
  return alone(await measureStories(judged, ctx.stories, ctx.library.newest(), ctx.caller.locale), ctx);
}

/** The project's own sets, a folder each. */
const SETS = join(root, "test", "judged");

const alone = (sheet: Sheet, { caller }: Context): Reply => replyOf([sheet], caller.locale, sheet.data);

/**
 * Measures everything that a folder of judged files has: searches, questions and stories over its own articles, and
 * sayings over those at hand.
 * @param name a folder of test/judged, or a path
 * @throws BotError("bad-input") when there is no such set, or nothing of this kind in it
 */
export async function evalSet(name: string, { half, kind }: Part, ctx: Context): Promise<Reply> {
  const folder = [join(SETS, name), resolve(name)].find((one) => existsSync(join(one, "split.json")));
  if (folder === undefined || name === "") throw noSet(name);
  const inFolder = <T>(file: string, read: (text: string) => T): Promise<T | undefined> => {
    const path = join(folder, file);
    return existsSync(path) ? readJudgedFile(path, read) : Promise.resolve(undefined);
  };
  const split = await readJudgedFile(
    join(folder, "split.json"),
    (text) => JSON.parse(text) as { readonly [half: string]: readonly string[] | undefined },
  );
  const ids = half && new Set(split[half]);
  const asked = (id: string, its: string | undefined) =>
    (!ids || ids.has(id)) && (kind === undefined || its === kind);

  const searches = (await inFolder("searches.json", readJudged))?.filter((one) => asked(one.id, one.kind));
  const questions = (await inFolder("questions.json", readQuestions))?.questions.filter((one) =>
    asked(one.id, one.kind),
  );
  const sayings = (await inFolder("sayings.json", (text) => JSON.parse(text) as readonly Saying[]))?.filter(
    (one) => asked(one.id, one.want),
  );
  const stories = kind === undefined ? await inFolder("stories.json", readJudgedStories) : undefined;

  const sheets: Record<string, Sheet> = {};
  if (searches?.length || questions?.length || stories) {
    const articles = await articlesIn(join(folder, "articles.jsonl"));
    const library = createLibrary(ctx.library.publishers, articles, []);
    if (searches?.length) sheets.search = await measureSearch(searches, library, ctx);
    if (questions?.length) sheets.answers = await measureAnswers(questions, library, ctx);
    if (stories)
      sheets.stories = await measureStories(
        halfOf(stories, half),
        told(library),
        articles,
        ctx.caller.locale,
      );
  }
  if (sayings?.length) sheets.sayings = await measureSayings(sayings, ctx);
  if (Object.keys(sheets).length === 0) throw nothingOf(kind ?? half ?? "");
  const numbers = Object.fromEntries(Object.entries(sheets).map(([of, { data }]) => [of, data]));
  return replyOf(Object.values(sheets), ctx.caller.locale, {
    set: name,
    ...(half && { half }),
    ...(kind && { kind }),
    ...numbers,
  });
}

const told = (library: Library) => createStories({ library, tongue: createTongue() });

/** Stories that are not split count in both halves: nothing is tuned on them. */
function halfOf(judged: ReturnType<typeof readJudgedStories>, half: Part["half"]): typeof judged {
  const stories = judged.stories.filter(({ split }) => !half || split === undefined || split === half);
  return { ...judged, stories };
}

const articlesIn = async (path: string) => (await readArticles(path)).articles;

function noSet(name: string): BotError {
  const sets = existsSync(SETS)
    ? readdirSync(SETS).filter((set) => existsSync(join(SETS, set, "split.json")))
    : [];
  return new BotError("bad-input", errors.noSet(name, sets.join(", ")));
}

function nothingOf(kind: string): BotError {
  return new BotError("bad-input", errors.nothingOf(kind));
}
