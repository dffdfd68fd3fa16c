/** Finding one article by the id that a person typed. */
import type { Article } from "../article.ts";
import type { Completion, Context, Option } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/library.ts";

/** @throws BotError("not-found") that shows what ids look like */
export async function articleOf(
  id: string,
  rooms: Pick<Context, "library" | "search" | "archive">,
): Promise<Article> {
  const { library } = rooms;
  const known = library.get(id) ?? library.get(id.toLowerCase());
  const article = known ?? (rooms.archive && (await rooms.search.get([id, id.toLowerCase()]))[0]);
  if (article) return article;
  const example = library.newest()[0]?.id ?? "…";
  const typed = id.length > 40 ? `${id.slice(0, 39)}…` : id;
  throw new BotError("not-found", errors.noArticle(typed, example));
}

/** Makes the library know articles of these ids that only an archive beyond it has. */
export async function bringNear(
  ids: readonly string[],
  rooms: Pick<Context, "library" | "search" | "archive">,
): Promise<void> {
  if (!rooms.archive) return;
  const away = ids.filter((id) => rooms.library.get(id) === undefined);
  if (away.length > 0) await rooms.search.get(away);
}

/** Articles whose ids begin or whose titles go on like what is typed; the newest while nothing is. */
async function completeIds(typed: string, { search, library }: Context): Promise<readonly Completion[]> {
  const start = typed.trim().toLowerCase();
  const byId = library.newest().filter(({ id }) => id.startsWith(start));
  const titled = start === "" ? [] : await search.suggest(typed, COMPLETIONS);
  const byTitle = titled.flatMap(({ id }) => library.get(id ?? "") ?? []);
  return [...new Set([...byId, ...byTitle])]
    .slice(0, COMPLETIONS)
    .map(({ id, title }) => ({ value: id, shown: `${id} · ${title}` }));
}

const COMPLETIONS = 25;

/** The option of every command that is about one article. */
export const articleId = {
  kind: "text",
  required: true,
  about: { en: "The article's id", zh: "文章编号", ru: "Номер статьи" },
  suggest: completeIds,
} as const satisfies Option;
