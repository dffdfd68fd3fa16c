/** All articles of a search as a file for a spreadsheet. */
import type { Context } from "../command.ts";
import { BotError } from "../errors.ts";
import { errors } from "../i18n/library.ts";
import { searchList as say } from "../i18n/saved.ts";
import { mustBeShell, writeOut } from "../out-file.ts";
import { type Block, type Reply, sentence } from "../reply.ts";
import { csvOf } from "./csv.ts";
import { articleLine } from "./present.ts";

const LIST = "search.csv";
/** Rows of a list where nobody says how many. */
const ROWS = 1_000;

/** Rows of a list in a chat, and titles that stand for it where no file can be sent. */
const CHAT_ROWS = 500;
const TITLES = 20;

/** In a shell a file that is written, in a chat one that comes with the answer. @throws BotError where it cannot be written */
export async function writeList(query: string, file: string | undefined, ctx: Context): Promise<Reply> {
  const { search, library, stories, clock, caller, limit } = ctx;
  const inChat = caller.platform !== "terminal" && file === undefined;
  if (!inChat) mustBeShell(caller);
  if (file === undefined && !inChat) throw noFile();
  const words = say(caller.locale);
  const asked = { limit: limit ?? (inChat ? CHAT_ROWS : ROWS), now: clock.now(), zone: caller.zone };
  const found = await search.search(query, asked);
  const articles = found.hits.flatMap(({ id }) => library.get(id) ?? []);
  const data = {
    query: found.query,
    total: found.total,
    file: file ?? LIST,
    as: "csv",
    articles: articles.map(({ id }) => id),
  };
  if (articles.length === 0) return sentence(words.none(query.slice(0, 80)), "nothing", data);
  const ids = new Map<string, string>();
  for (const { id } of articles) ids.set(id, (await stories.get(id))?.id ?? "");
  const table = csvOf(articles, library, caller.locale, (id) => ids.get(id) ?? "");
  if (file === undefined) {
    const bytes = Buffer.from(table);
    const instead = articles
      .slice(0, TITLES)
      .map((one): Block => ({ kind: "prose", spans: articleLine(one, library, caller.locale) }));
    const text = words.listed(articles.length, found.total);
    return {
      ...sentence(text, "answered", data),
      file: { name: LIST, mediaType: "text/csv; charset=utf-8", bytes, instead },
    };
  }
  await writeOut(file, Buffer.from(table));
  return sentence(words.written(articles.length, found.total, file), "answered", data);
}

function noFile(): BotError {
  return new BotError("bad-input", errors.noFile);
}
