/** Puts closeness in meaning together: the server, what is kept, and what is compared. */
import type { Article, Language } from "../article.ts";
import { type Clock, inTime } from "../clock.ts";
import { languageOf } from "../language/detect.ts";
import type { Health } from "../ops/health.ts";
import type { Nearness } from "../search/search.ts";
import { createAsking } from "./asking.ts";
import { createEmbedder, type EmbedServer } from "./embedder.ts";
import { createFilling, type Filling } from "./filling.ts";
import type { RequestOutcome } from "./meaning.ts";
import { dimensionKept, openRows, type Rows } from "./rows.ts";
import { createSpace, meanOf, type Space, unit } from "./space.ts";
import { TYPICAL } from "./typical-queries.ts";

export interface MeaningOptions {
  readonly server: EmbedServer;
  /** Where the vectors are kept. */
  readonly folder: string;
  readonly clock: Clock;
  readonly health: Health;
  /** Whether vectors that are missing are made; else only those on disk are used. */
  readonly fills: boolean;
  readonly count: (outcome: RequestOutcome) => void;
}

/** What a model needs before it can be used: its vectors, and what its queries have in common. */
interface Opened {
  readonly rows: Rows;
  readonly typical: ReadonlyMap<Language, Float32Array>;
}

/** How long a person waits for a query's vector, and how long the background waits for a batch. */
const QUERY_MS = 300;
const BATCH_MS = 60_000;
/** Queries whose vectors are kept: a next page, or the same words from somebody else. */
const QUERIES_KEPT = 200;

export function createMeaning({ server, folder, clock, health, fills, count }: MeaningOptions) {
  const asking = createAsking(createEmbedder(server, clock), { clock, health, count });
  const model = `${server.model} ${server.form ?? ""}`;
  const queries = new Map<string, Float32Array>();
  let opening: Promise<Opened> | undefined;

  /** Tried again after a failure, once the server may be asked again. */
  function opened(): Promise<Opened> {
    opening ??= open().catch((thrown: unknown) => {
      opening = undefined;
      throw thrown;
    });
    return opening;
  }
  async function open(): Promise<Opened> {
    const texts = Object.values(TYPICAL).flat();
    const dimension = await dimensionKept(folder, model);
    let rows = dimension === undefined ? undefined : await openRows(folder, model, dimension);
    if (!rows || texts.some((text) => !rows?.get(asQuery(text)))) {
      const vectors = await asking.vectors(texts, "query", BATCH_MS);
      rows ??= await openRows(folder, model, vectors[0]?.length ?? 0);
      await rows.put(texts.map((text, i) => [asQuery(text), vectors[i] as Float32Array] as const));
    }
    const typical = new Map<Language, Float32Array>();
    for (const [language, own] of Object.entries(TYPICAL) as [Language, readonly string[]][])
      typical.set(
        language,
        meanOf(own.map((text) => unit(Float32Array.from(rows.get(asQuery(text))?.values ?? [])))),
      );
    return { rows, typical };
  }

  function fillingOf(space: Space, { makes, background }: { makes: boolean; background: boolean }): Filling {
    const make = (texts: readonly string[]) => asking.vectors(texts, "passage", BATCH_MS);
    return createFilling({
      ...{ space, clock, background, rows: async () => (await opened()).rows },
      ...(makes && { make }),
    });
  }

  async function vectorOf(text: string, dimension: number, deadlineMs: number): Promise<Float32Array> {
    const known = queries.get(text);
    if (known) return known;
    const [vector] = await asking.vectors([text], "query", deadlineMs, dimension);
    if (queries.size >= QUERIES_KEPT) queries.delete(queries.keys().next().value as string);
    queries.set(text, vector as Float32Array);
    return vector as Float32Array;
  }

  const nearIn = (space: Space, deadlineMs = QUERY_MS): Nearness => {
    return async (text) => {
      try {
        const { rows, typical } = await inTime(opened(), fills ? 0 : QUERY_MS);
        const common = typical.get(languageOf(text));
        return common && space.measure(await vectorOf(text, rows.dimension, deadlineMs), common);
      } catch {
        return undefined;
      }
    };
  };

  const space = createSpace();
  const filling = fillingOf(space, { makes: fills, background: fills });
  const near = nearIn(space);
  return {
    near: fills
      ? near
      : async (text: string) => {
          // A process that answers once waits until what is on disk is read.
          await inTime(filling.whole(), QUERY_MS).catch(() => undefined);
          return near(text);
        },
    add: filling.add,
    remove: filling.remove,
    progress: filling.progress,
    async over(articles: readonly Article[]): Promise<Nearness> {
      const own = createSpace();
      const all = fillingOf(own, { makes: true, background: false });
      await opened();
      all.add(articles);
      await all.whole();
      // Who measures what closeness is worth waits for it.
      return nearIn(own, BATCH_MS);
    },
    async trial() {
      // The first may load the model.
      await asking.trial();
      const began = performance.now();
      const [vector] = await asking.trial();
      return { dimension: vector?.length ?? 0, ms: performance.now() - began };
    },
  };
}

/** A query's vector is another than that of the same text as a passage. */
const asQuery = (text: string): string => `query\n${text}`;
