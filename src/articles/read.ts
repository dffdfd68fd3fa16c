/** Reads articles from files of any known form; keeps the good ones and says what was wrong with the others. */
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Article } from "../article.ts";
import { BotError } from "../errors.ts";
import type { Words } from "../i18n/words.ts";
import { toArticle } from "./draft.ts";
import { hasFrontMatter, readMarkdown } from "./front-matter.ts";
import { isTopicPage, readTopicPage } from "./topic-page.ts";
import { faultAt, unreadable, whyUnreadable } from "./unreadable.ts";

export interface Reading {
  readonly articles: readonly Article[];
  /** One sentence for each line or file that could not be read, with its place: `a.jsonl:3: it is not JSON`. */
  readonly faults: readonly Words[];
}

const LARGEST_FILE = 512 * 1024 * 1024;

/**
 * Reads one file, or every `.md`, `.json`, `.jsonl` and `.txt` file of a folder, in the order of their names.
 * @param there articles that are to stand beside these: none of these gets the id of another one there
 */
export async function readArticles(path: string, there: readonly Article[] = []): Promise<Reading> {
  const shelf = createShelf(new Map(there.map((article) => [article.id, article])));
  try {
    const isFolder = (await stat(path)).isDirectory();
    const files = isFolder ? await filesIn(path) : [path];
    if (files.length === 0) shelf.fault(path, unreadable.emptyFolder);
    for (const file of files) await readFileInto(shelf, file);
  } catch (thrown) {
    shelf.fault(path, whyUnreadable(thrown));
  }
  return shelf.reading();
}

async function filesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter(
    (name) => /\.(md|json|jsonl|ndjson|txt)$/i.test(name) && !/^(readme|\.)/i.test(name),
  );
  return names.sort().map((name) => join(folder, name));
}

/** Collects articles; another one with an id that is taken is a fault, not a silent replacement. */
function createShelf(there: ReadonlyMap<string, Article>) {
  const articles = new Map<string, Article>();
  const faults: Words[] = [];
  const fault = (place: string, why: Words) => void faults.push(faultAt(place, why));
  return {
    fault,
    put(place: string, draft: () => unknown) {
      try {
        const article = toArticle(draft(), (id, made) => articles.has(id) || isAnother(there.get(id), made));
        const { id } = article;
        const other = there.get(id);
        if (articles.has(id)) fault(place, unreadable.taken(id));
        else if (other && isAnother(other, article)) fault(place, unreadable.takenBy(id, other.title));
        else articles.set(id, article);
      } catch (thrown) {
        fault(place, whyUnreadable(thrown));
      }
    },
    reading: (): Reading => ({ articles: [...articles.values()], faults }),
  };
}

type Told = Omit<Article, "id">;

/** Whether two articles with one id are two articles. A person may have edited the title or the text of the one there. */
function isAnother(there: Told | undefined, { title, body, url, source, published }: Told): boolean {
  if (!there || there.title === title || there.body === body) return false;
  if (url !== null || there.url !== null) return url !== there.url;
  return published === null || published !== there.published || source !== there.source;
}

type Shelf = ReturnType<typeof createShelf>;

async function readFileInto(shelf: Shelf, file: string): Promise<void> {
  const text = await readText(shelf, file);
  if (text === null) return;
  if (hasFrontMatter(text)) shelf.put(file, () => readMarkdown(text));
  else if (/^\.(jsonl|ndjson|json)$/i.test(extname(file)) || /^\s*\{/.test(text))
    readJsonLines(shelf, file, text);
  else if (isTopicPage(text))
    for (const { draft, line } of readTopicPage(text)) shelf.put(`${file}:${line}`, () => draft);
  else if (extname(file).toLowerCase() === ".md") shelf.fault(file, unreadable.noFrontMatter);
  else shelf.fault(file, unreadable.noForm);
}

function readJsonLines(shelf: Shelf, file: string, text: string): void {
  if (/^\s*(?:\[|\{\s*\n)/.test(text)) {
    shelf.fault(file, unreadable.wholeJson);
    return;
  }
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    shelf.put(`${file}:${at + 1}`, () => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new BotError("bad-input", unreadable.notJson(JSON.stringify(line.trim().slice(0, 20))));
      }
    });
  }
}

async function readText(shelf: Shelf, file: string): Promise<string | null> {
  const { size } = await stat(file);
  if (size > LARGEST_FILE) {
    shelf.fault(file, unreadable.tooLarge(LARGEST_FILE / 1024 / 1024));
    return null;
  }
  const bytes = await readFile(file);
  const fault = faultOf(bytes);
  if (fault) shelf.fault(file, fault);
  return fault ? null : new TextDecoder("utf-8").decode(bytes);
}

function faultOf(bytes: Uint8Array): Words | null {
  if (bytes.every((byte) => byte <= 32)) return unreadable.empty;
  if (bytes.subarray(0, 8_192).includes(0)) return unreadable.binary;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return null;
  } catch {
    return unreadable.notUtf8;
  }
}
