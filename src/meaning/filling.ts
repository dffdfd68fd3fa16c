/** Makes the vectors of articles, a batch at a time beside everything else: titles first, then paragraphs of the newest. */
import type { Article } from "../article.ts";
import type { Clock } from "../clock.ts";
import { slicer } from "../slices.ts";
import { EmbedError } from "./embedder.ts";
import type { Progress } from "./meaning.ts";
import type { Rows } from "./rows.ts";
import type { Space } from "./space.ts";
import { leadOf, paragraphsOf } from "./texts.ts";

export interface Filling {
  add(articles: readonly Article[]): void;
  remove(ids: readonly string[]): void;
  progress(): Progress;
  /** Settles when all that can be had is there; rejects when the server fails. */
  whole(): Promise<void>;
}

export interface FillingOptions {
  readonly space: Space;
  readonly rows: () => Promise<Rows>;
  /** Makes vectors of passages; undefined where only those that are kept are used. */
  readonly make?: ((texts: readonly string[]) => Promise<readonly Float32Array[]>) | undefined;
  /** Beside a service's own work: with rests, and at last vectors that no article has are thrown away. */
  readonly background: boolean;
  readonly clock: Clock;
}

/** Texts of one request, and articles that are looked through for them at once. */
const BATCH = 16;
const SLICE = 64;
/** Articles whose paragraphs are compared too: a paragraph takes a tenth of a second of a processor. */
const WITH_PARAGRAPHS = 2_000;
/** After a failure it is tried again so much later. */
const AGAIN_MS = 30_000;
/** The longest rest between two batches. */
const REST_MS = 2_000;

/** An article whose lead waits, or its paragraphs with it. */
interface Waiting {
  readonly article: Article;
  readonly texts: readonly string[];
}

export function createFilling({ space, rows, make, background, clock }: FillingOptions): Filling {
  const articles = new Map<string, Article>();
  const leads: Waiting[] = [];
  const wholes: Waiting[] = [];
  /** Articles that have their paragraphs, in the order in which they got them. */
  const withParagraphs = new Set<Article>();
  /** Texts that the server refuses. */
  const refused = new Set<string>();
  let made = 0;
  let isTidy = false;
  let running: Promise<void> | undefined;

  function whole(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function run(): Promise<void> {
    const kept = await rows();
    const rest = slicer();
    while (leads.length + wholes.length > 0) {
      const from = leads.length > 0 ? leads : wholes;
      const slice = from.slice(0, SLICE);
      const missing = new Set<string>();
      for (const { texts } of slice) {
        const pause = rest();
        if (pause) await pause;
        for (const text of texts) if (!kept.get(text) && !refused.has(text)) missing.add(text);
      }
      if (make) await makeAll(kept, [...missing]);
      for (const one of slice) take(kept, one);
      // What came or left meanwhile stands behind.
      from.splice(0, slice.length);
    }
    if (!background || isTidy) return;
    isTidy = true;
    await kept.tidy();
  }

  async function makeAll(kept: Rows, texts: readonly string[]): Promise<void> {
    for (let at = 0; at < texts.length; at += BATCH) {
      const began = performance.now();
      await makeSome(kept, texts.slice(at, at + BATCH));
      // The server, and whoever shares its processors, rests as long as it worked.
      if (background) await clock.sleep(Math.min(REST_MS, performance.now() - began));
    }
  }

  async function makeSome(kept: Rows, texts: readonly string[]): Promise<void> {
    const vectors = await make?.(texts).catch(async (thrown: unknown) => {
      if (!(thrown instanceof EmbedError) || !thrown.refusesText) throw thrown;
      if (texts.length === 1) for (const text of texts) refused.add(text);
      else for (const text of texts) await makeSome(kept, [text]);
      return undefined;
    });
    if (vectors) await kept.put(texts.map((text, i) => [text, vectors[i] as Float32Array] as const));
    if (vectors) made += vectors.length;
  }

  function take(kept: Rows, { article, texts }: Waiting): void {
    if (articles.get(article.id) !== article) return;
    const known = texts.map((text) => kept.get(text)).filter((row) => row !== undefined);
    // The lead stands first, so that articles are alike in what they are compared by.
    if (!kept.get(texts[0] ?? "")) return;
    space.put(article, known);
    if (texts.length === 1) return;
    withParagraphs.add(article);
    for (const old of withParagraphs) {
      if (withParagraphs.size <= WITH_PARAGRAPHS) break;
      withParagraphs.delete(old);
      kept.forget(paragraphsOf(old));
      if (articles.get(old.id) === old) take(kept, { article: old, texts: [leadOf(old)] });
    }
  }

  /** In the background: tried again until it is done. */
  function go(): void {
    if (running) return;
    whole().then(
      () => leads.length + wholes.length > 0 && go(),
      async () => {
        await clock.sleep(AGAIN_MS);
        go();
      },
    );
  }

  return {
    add(more) {
      const newest = [...more].sort((a, b) => ((a.published ?? "") < (b.published ?? "") ? 1 : -1));
      for (const article of newest) articles.set(article.id, article);
      for (const article of newest) leads.push({ article, texts: [leadOf(article)] });
      for (const article of newest.slice(0, WITH_PARAGRAPHS))
        wholes.push({ article, texts: [leadOf(article), ...paragraphsOf(article)] });
      go();
    },
    remove(ids) {
      for (const id of ids) {
        const article = articles.get(id);
        if (!article) continue;
        articles.delete(id);
        withParagraphs.delete(article);
        space.remove(id);
        void rows().then(
          (kept) => kept.forget([leadOf(article), ...paragraphsOf(article)]),
          () => undefined,
        );
      }
    },
    progress: () => ({ articles: articles.size, waiting: leads.length + wholes.length, made }),
    whole,
  };
}
