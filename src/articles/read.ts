/** Reads articles from files of any known form; keeps the good ones and says what was wrong with the others. */
import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Article } from "../article.ts";
import { BotError } from "../errors.ts";
import { UNREADABLE } from "../i18n/library.ts";
import type { Words } from "../i18n/words.ts";
import { type ReadLocal, toArticle } from "./draft.ts";
import { fieldNames, namedFields } from "./field-names.ts";
import { readFileText } from "./file-text.ts";
import { hasFrontMatter, readMarkdown } from "./front-matter.ts";
import { isBrokenDocument, readJsonDocument } from "./json-list.ts";
import { localDates, type ZoneOf } from "./local-dates.ts";
import { isTopicPage, readTopicPage } from "./topic-page.ts";
import { faultAt, whyUnreadable } from "./unreadable.ts";

export interface ReadArticles {
  readonly articles: readonly Article[];
  /** One sentence for each line or file that could not be read, with its place: `a.jsonl:3: it is not JSON`, `a.json#3: it has no title`. */
  readonly faults: readonly Words[];
  /** What was left out of articles that were read, and files of other kinds: each with its place. */
  readonly remarks: readonly Words[];
}

interface ReadOptions {
  readonly whole?: boolean;
  readonly zoneOf?: ZoneOf;
}

/**
 * Reads one file, or every `.md`, `.json`, `.jsonl` and `.txt` file of a folder and its folders, in the order of their names.
 * @param whole refuses an article that lacks its title, or its text without saying that it is an excerpt
 * @param there articles that are to stand beside these: none of these gets the id of another one there
 */
export async function readArticles(
  path: string,
  there: readonly Article[] = [],
  { whole = false, zoneOf }: ReadOptions = {},
): Promise<ReadArticles> {
  const known = new Map(there.map((article) => [article.id, article]));
  // What reads markup is large: a start, which reads articles of our own, does without it.
  const shelf = createShelf(
    known,
    whole ? await import("../feeds/plain.ts") : null,
    whole ? await localDates(zoneOf) : null,
  );
  try {
    const isFolder = (await stat(path)).isDirectory();
    const { files, others } = isFolder ? await filesIn(path) : { files: [path], others: [] };
    for (const other of others) shelf.remark(other, UNREADABLE.otherFile);
    if (files.length === 0) shelf.fault(path, UNREADABLE.emptyFolder);
    for (const file of files) await readFileInto(shelf, file);
  } catch (thrown) {
    shelf.fault(path, whyUnreadable(thrown));
  }
  return shelf.reading();
}

async function filesIn(folder: string): Promise<{ files: string[]; others: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const all = entries
    .filter((entry) => entry.isFile() && !/^(readme|\.)/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(?:^|[\\/])\.[^\\/.]/.test(path.slice(folder.length)))
    .sort();
  const isArticles = (path: string) => /\.(md|json|jsonl|ndjson|txt)$/i.test(path);
  return { files: all.filter(isArticles), others: all.filter((path) => !isArticles(path)) };
}

/** Collects articles; another one with an id that is taken is a fault, not a silent replacement. */
function createShelf(there: ReadonlyMap<string, Article>, plain: Plain | null, readLocal: ReadLocal | null) {
  const articles = new Map<string, Article>();
  const faults: Words[] = [];
  const remarks: Words[] = [];
  /** Fields that mean nothing, by file and name: a table has each in every line. */
  const unknown = new Map<string, { readonly place: string; readonly field: string; more: number }>();
  const fault = (place: string, why: Words) => void faults.push(faultAt(place, why));
  const remark = (place: string, why: Words) => void remarks.push(faultAt(place, why));
  return {
    fault,
    remark,
    put(place: string, draft: () => unknown) {
      try {
        const given = draft();
        for (const field of plain ? lackingIn(given) : []) return fault(place, field);
        const bare = plain ? withoutMarkup(given, plain) : given;
        const article = toArticle(
          bare,
          (id, made) => {
            const earlier = articles.get(id);
            return earlier ? !isRepeated(earlier, made) : isAnother(there.get(id), made);
          },
          readLocal,
        );
        const { id } = article;
        const earlier = articles.get(id);
        if (earlier && isRepeated(earlier, article)) return remark(place, UNREADABLE.repeated(id));
        const other = there.get(id);
        if (articles.has(id)) fault(place, UNREADABLE.taken(id));
        else if (other && isAnother(other, article)) fault(place, UNREADABLE.takenBy(id, other.title));
        else {
          articles.set(id, article);
          for (const field of unknownIn(given)) {
            const key = `${place.replace(/[:#]\d+$/, "")}\n${field}`;
            const seen = unknown.get(key);
            if (seen) seen.more += 1;
            else unknown.set(key, { place, field, more: 0 });
          }
        }
      } catch (thrown) {
        fault(place, whyUnreadable(thrown));
      }
    },
    reading(): ReadArticles {
      const fields = [...unknown.values()].map(({ place, field, more }) =>
        faultAt(place, UNREADABLE.unknownField(field, fieldNames(), more)),
      );
      return { articles: [...articles.values()], faults, remarks: [...remarks, ...fields] };
    },
  };
}

type Plain = Pick<typeof import("../feeds/plain.ts"), "textOfHtml" | "lineOfHtml">;

/** Other programs give a text with its markup. */
const MARKUP =
  /^\s*<(?:p|div|h[1-6]|article|section|span|ul|ol|table|strong|em|b|br|figure|blockquote)(?:\s[^<>]*)?\/?>/i;
const LONGEST = 2_000_000;

function withoutMarkup(draft: unknown, { textOfHtml, lineOfHtml }: Plain): unknown {
  if (typeof draft !== "object" || draft === null || Array.isArray(draft)) return draft;
  const { fields } = namedFields({ ...draft });
  const { body, title } = fields;
  return {
    ...fields,
    ...(typeof body === "string" && MARKUP.test(body) && { body: textOfHtml(body, LONGEST) }),
    ...(typeof title === "string" && MARKUP.test(title) && { title: lineOfHtml(title) }),
  };
}

/** What an article cannot do without: a title, and a text unless it says that it is an excerpt. */
function lackingIn(draft: unknown): Words[] {
  if (typeof draft !== "object" || draft === null || Array.isArray(draft)) return [];
  const { title, body, kind } = namedFields({ ...draft }).fields;
  const empty = (value: unknown) => value === undefined || (typeof value === "string" && value.trim() === "");
  if (empty(title) && empty(body)) return [UNREADABLE.nothing];
  if (empty(title)) return [UNREADABLE.noTitle];
  return empty(body) && kind !== "excerpt" ? [UNREADABLE.noBody] : [];
}

function unknownIn(draft: unknown): readonly string[] {
  if (typeof draft !== "object" || draft === null) return [];
  return namedFields({ ...draft }).unknown.map((name) => name.slice(0, 60));
}

type Told = Omit<Article, "id">;

/** Whether two articles with one id are two articles. A person may have edited the title or the text of the one there. */
function isAnother(there: Told | undefined, { title, body, url, source, published }: Told): boolean {
  if (!there || there.title === title || there.body === body) return false;
  if (url !== null || there.url !== null) return url !== there.url;
  return published === null || published !== there.published || source !== there.source;
}

/** Whether a file has an article that came before, word for word. */
function isRepeated(earlier: Told, { title, body, url, source }: Told): boolean {
  return earlier.title === title && earlier.body === body && earlier.url === url && earlier.source === source;
}

type Shelf = ReturnType<typeof createShelf>;

async function readFileInto(shelf: Shelf, file: string): Promise<void> {
  try {
    const { text, remarks } = await readFileText(file);
    for (const one of remarks) shelf.remark(file, one);
    readTextInto(shelf, file, text);
  } catch (thrown) {
    shelf.fault(file, whyUnreadable(thrown));
  }
}

function readTextInto(shelf: Shelf, file: string, text: string): void {
  if (hasFrontMatter(text)) shelf.put(file, () => readMarkdown(text));
  else if (/^\.(jsonl|ndjson|json)$/i.test(extname(file)) || /^\s*\{/.test(text)) readJson(shelf, file, text);
  else if (isTopicPage(text))
    for (const { draft, line } of readTopicPage(text)) shelf.put(`${file}:${line}`, () => draft);
  else if (extname(file).toLowerCase() === ".md") shelf.fault(file, UNREADABLE.noFrontMatter);
  else shelf.fault(file, UNREADABLE.noForm);
}

function readJson(shelf: Shelf, file: string, text: string): void {
  const document = readJsonDocument(text);
  if (document && "list" in document)
    for (const [at, one] of document.list.entries()) shelf.put(`${file}#${at + 1}`, () => one);
  else if (document) shelf.put(`${file}:1`, () => document.article);
  else if (isBrokenDocument(text)) shelf.fault(file, UNREADABLE.brokenJson);
  else readJsonLines(shelf, file, text);
}

function readJsonLines(shelf: Shelf, file: string, text: string): void {
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    shelf.put(`${file}:${at + 1}`, () => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new BotError("bad-input", UNREADABLE.notJson(JSON.stringify(line.trim().slice(0, 20))));
      }
    });
  }
}
