/** Which articles the library has, by address and by likeness, so that each comes in once. */
import { setImmediate as breathe } from "node:timers/promises";
import type { Article } from "../article.ts";
import type { Library } from "../articles/library.ts";
import { linkKey } from "./canonical.ts";
import { isSame, keysOf, type Sketch, sketchOf } from "./near.ts";
import { likenessOfTexts } from "./same-item.ts";

/** Copies of one text appear within days of each other. */
const WINDOW_MS = 7 * 86_400_000;
/** Of so many articles the texts are compared: the newest at the start, then the last that came. */
const MOST_SKETCHES = 10_000;
/** Articles sketched before others get their turn; some 5 ms. */
const ONE_TURN = 5;

export interface Catalogue {
  /** Ids of the articles that have this address; several where a page is replaced or lists more than one. */
  byLink(address: string): readonly string[];
  /** An article of the same language with nearly the same text and another address, near in time. */
  twin(article: Article): Article | undefined;
}

/** Reads the library in small turns, and follows it from then on: what is put or removed there is known here. */
export async function createCatalogue(library: Library): Promise<Catalogue> {
  const links = new Map<string, Set<string>>();
  const sketches = new Map<string, Sketch>();
  const byKey = new Map<number, Set<string>>();

  function forget(id: string): void {
    const sketch = sketches.get(id);
    for (const key of sketch ? keysOf(sketch) : []) byKey.get(key)?.delete(id);
    sketches.delete(id);
  }
  function noteLinks(article: Article): void {
    for (const address of [article.url, ...(article.copies ?? []).map(({ url }) => url)]) {
      if (!address) continue;
      const key = linkKey(address);
      const ids = links.get(key);
      if (ids) ids.add(article.id);
      else links.set(key, new Set([article.id]));
    }
  }
  function note(article: Article): void {
    noteLinks(article);
    forget(article.id);
    const [oldest] = sketches.keys();
    if (oldest !== undefined && sketches.size >= MOST_SKETCHES) forget(oldest);
    const sketch = sketched(article);
    sketches.set(article.id, sketch);
    for (const key of keysOf(sketch)) byKey.set(key, (byKey.get(key) ?? new Set()).add(article.id));
  }

  let changes = 0;
  library.onChange(({ put, removed }) => {
    for (const article of put) note(article);
    for (const id of removed) forget(id);
    changes += put.length + removed.length;
    if (changes < 1_000) return;
    changes = 0;
    for (const [key, ids] of byKey) if (ids.size === 0) byKey.delete(key);
    for (const [key, ids] of links) {
      for (const id of ids) if (!library.get(id)) ids.delete(id);
      if (ids.size === 0) links.delete(key);
    }
  });

  // What changes meanwhile is noted above; noting an article twice is noting it once.
  const all = library.newest();
  for (const [at, article] of all.slice(MOST_SKETCHES).entries()) {
    noteLinks(article);
    if (at % (ONE_TURN * 50) === 0) await breathe();
  }
  for (const [at, article] of all.slice(0, MOST_SKETCHES).toReversed().entries()) {
    const now = library.get(article.id);
    if (now) note(now);
    if (at % ONE_TURN === 0) await breathe();
  }

  return {
    byLink: (address) => [...(links.get(linkKey(address)) ?? [])].filter((id) => library.get(id)),
    twin(article) {
      const sketch = sketched(article);
      const candidates = new Set(keysOf(sketch).flatMap((key) => [...(byKey.get(key) ?? [])]));
      for (const id of candidates) {
        const other = sketches.get(id);
        const known = library.get(id);
        if (!other || !known || known.id === article.id || known.language !== article.language) continue;
        const near = sketch.at === 0 || other.at === 0 || Math.abs(sketch.at - other.at) <= WINDOW_MS;
        if (near && !isOther(known, article) && isSame(sketch, other)) return known;
      }
      return undefined;
    },
  };
}

/** An article is sketched once, when its copy is looked for; what the library then takes is the same object. */
const SKETCHED = new WeakMap<Article, Sketch>();

function sketched(article: Article): Sketch {
  const sketch = SKETCHED.get(article) ?? sketchOf(article);
  SKETCHED.set(article, sketch);
  return sketch;
}

/** Whether one publisher has two articles: it edits its headlines, but says nothing twice under two of them. */
function isOther(known: Article, article: Article): boolean {
  if (known.source !== article.source) return false;
  if (known.title !== article.title) return true;
  const text = likenessOfTexts(known.body, article.body);
  const day = known.published?.slice(0, 10);
  return text === "different" || (text === "unknown" && day !== article.published?.slice(0, 10));
}
