/** The index on disk: written in one piece or not at all, and read only when nothing about it is wrong. */
import { createHash } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { Article } from "../../../article.ts";
import { makeFolder } from "../../../folder.ts";
import { inSlices } from "../../../slices.ts";
import type { Inverted } from "./inverted.ts";
import type { MemoryOptions } from "./options.ts";
import { slotOf } from "./postings.ts";
import { readSections, writeSections } from "./snapshot-file.ts";

const PREFIX = "search-";
const SUFFIX = ".index";
const NEWLINE = 10;
/** Lines and numbers written at a time. */
const LINES = 500;
const PIECE = 16_384;
/** Texts whose tokens stand for the analyzer's behaviour in the file's name. */
const PROBE =
  "上海合作組織 阿斯 塔纳 索海尔・汗 4351.1亿元 300余位 Ёлки в Ташкенте, 14,4 % U.S.-led co-operation’s naïve $20 trillion 5G";

/** What is remembered of an article; the hash tells whether its text is still the same. */
type Remembered = readonly [id: string, slot: number, length: number, hash: number];

/** The file for an analyzer; another analyzer, or another Unicode segmenter, never reads it. */
export function snapshotFile(folder: string, analyzer: MemoryOptions["analyzer"]): string {
  const tokens = analyzer.analyze(PROBE).map(({ term }) => term);
  const traits = JSON.stringify([analyzer.version, process.versions.icu, tokens]);
  const hash = createHash("sha256").update(traits).digest("hex").slice(0, 16);
  return join(folder, `${PREFIX}${hash}${SUFFIX}`);
}

/** The file that the build leaves of the shipped articles; one build's is never read by another. */
export function shippedFile(folder: string, { version }: MemoryOptions["analyzer"]): string {
  return join(folder, `${version}${SUFFIX}`);
}

/**
 * Writes the index beside the old file and then puts it in its place; other analyzers' files are removed.
 * @param unchanged whether the index is still what it was at the call; when not, the old file stays
 * @throws whatever the file system throws; the old file is then still whole
 */
export async function writeSnapshot(
  file: string,
  index: Inverted,
  unchanged: () => boolean,
): Promise<boolean> {
  await makeFolder(dirname(file));
  const draft = `${file}.${process.pid}.draft`;
  const handle = await open(draft, "w");
  try {
    await writeSections(handle, [
      written(rememberedOf(index), (article) => JSON.stringify(article)),
      written(index.entries(), ([term]) => term),
      packed(index.entries(), ([, list]) => (typeof list === "number" ? 1 : list.length)),
      packed(index.entries(), ([, list]) => list),
      written(index.surfaces.entries(), (entry) => entry.join("\t")),
    ]);
    await handle.sync();
  } catch (fault) {
    await rm(draft, { force: true });
    throw fault;
  } finally {
    await handle.close();
  }
  if (!unchanged()) {
    await rm(draft, { force: true });
    return false;
  }
  await rename(draft, file);
  await removeOthers(file);
  return true;
}

/**
 * Fills an empty index from a snapshot with those of the given articles that have not changed since.
 * @returns the articles that were filled in; none when there is no snapshot or it is damaged
 */
export async function readSnapshot(
  file: string,
  index: Inverted,
  articles: readonly Article[],
): Promise<ReadonlySet<Article>> {
  const sections = await readSections(file);
  const [remembered, terms, lengths, postings, words] = sections ?? [];
  if (!remembered || !terms || !lengths || !postings || !words) return new Set();
  const given = new Map<string, Article>();
  await inSlices(articles, (article) => given.set(article.id, article));
  const adopted = new Set<Article>();
  const slots = new Set<number>();
  let stale = false;
  await inSlices(linesOf(remembered), (line) => {
    const [id, slot, length, hash] = JSON.parse(line) as Remembered;
    const article = given.get(id);
    if (!article || hashOf(article) !== hash) {
      stale = true;
      return;
    }
    index.adopt(article, slot, length);
    slots.add(slot);
    adopted.add(article);
  });
  const sizes = numbersOf(lengths);
  const all = numbersOf(postings);
  let term = 0;
  let at = 0;
  await inSlices(linesOf(terms), (name) => {
    const size = sizes[term++] ?? 0;
    const items = all.subarray(at, at + size);
    at += size;
    const length = stale ? keep(items, slots) : size;
    if (length > 0) index.restore(name, items.subarray(0, length));
  });
  await inSlices(linesOf(words), (line) => {
    const [word, term, articles] = line.split("\t");
    // Words of articles that are gone only go with the next snapshot; what has no article left is no word.
    if (word && term && index.count(term) > 0) index.surfaces.restore(word, term, Number(articles));
  });
  return adopted;
}

/** Moves the postings of articles that are still the same to the front; answers how many they are. */
function keep(items: Uint32Array, slots: ReadonlySet<number>): number {
  let length = 0;
  for (const posting of items) if (slots.has(slotOf(posting))) items[length++] = posting;
  return length;
}

function hashOf({ title, body }: Article): number {
  return crc32(body, crc32(`${title}\n`));
}

function* rememberedOf(index: Inverted): Iterable<Remembered> {
  for (let slot = 0; slot < index.slots; slot++) {
    const article = index.article(slot);
    if (article) yield [article.id, slot, index.columns.length[slot] ?? 0, hashOf(article)];
  }
}

/** Items as lines, many at a time. */
function* written<T>(items: Iterable<T>, line: (item: T) => string): Iterable<Uint8Array> {
  let lines: string[] = [];
  for (const item of items) {
    lines.push(line(item));
    if (lines.length < LINES) continue;
    yield Buffer.from(`${lines.join("\n")}\n`);
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join("\n")}\n`);
}

/**
 * The lines of a section, each a string of its own. Parts of a longer string would keep all of it in memory, and
 * those of two characters are put into one table of the engine, which copies itself in one go when it is full.
 */
function* linesOf(bytes: Uint8Array): Iterable<string> {
  const section = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0; from < section.length; ) {
    const end = section.indexOf(NEWLINE, from);
    const to = end < 0 ? section.length : end;
    yield section.toString("utf8", from, to);
    from = to + 1;
  }
}

/** Numbers, single or many at a time, in pieces of some size. */
function* packed<T>(items: Iterable<T>, numbers: (item: T) => number | Uint32Array): Iterable<Uint8Array> {
  const piece = new Uint32Array(PIECE);
  let used = 0;
  for (const item of items) {
    const one = numbers(item);
    const size = typeof one === "number" ? 1 : one.length;
    if (used + size > PIECE) {
      yield bytesOf(piece.subarray(0, used));
      used = 0;
    }
    if (size > PIECE) yield bytesOf(one as Uint32Array);
    else if (typeof one === "number") piece[used++] = one;
    else {
      piece.set(one, used);
      used += size;
    }
  }
  yield bytesOf(piece.subarray(0, used));
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
}

async function removeOthers(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder))
    if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && join(folder, name) !== file)
      await rm(join(folder, name), { force: true });
}
