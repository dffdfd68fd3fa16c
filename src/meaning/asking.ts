/** Whether the server is asked at all: after a failure it is left alone for a while, and whoever runs the bot is told once. */
import type { Clock } from "../clock.ts";
import { reasonOf } from "../errors.ts";
import { errors } from "../i18n/meaning.ts";
import type { Health } from "../ops/health.ts";
import { type Embedder, EmbedError, type TextKind } from "./embedder.ts";
import type { RequestOutcome } from "./meaning.ts";

export interface EmbeddingClient {
  /**
   * As `Embedder.vectors`; rejects at once while the server is left alone.
   * @param dimension that the vectors must have
   */
  vectors(
    texts: readonly string[],
    kind: TextKind,
    deadlineMs: number,
    dimension?: number,
  ): Promise<readonly Float32Array[]>;
  /** One query, asked even while it is left alone. */
  trial(): Promise<readonly Float32Array[]>;
}

/** After a failure nobody is asked for this long, or as long as the server says, but not for ever. */
const PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 600_000;
/** A server that refuses so many texts in a row takes none. */
const MOST_REFUSALS = 40;
const TRIAL_MS = 5_000;

export function createAsking(
  embedder: Embedder,
  {
    clock,
    health,
    count,
  }: { readonly clock: Clock; readonly health: Health; readonly count: (outcome: RequestOutcome) => void },
): EmbeddingClient {
  let pausedUntil = 0;
  let refusals = 0;

  async function vectors(
    texts: readonly string[],
    kind: TextKind,
    deadlineMs: number,
    dimension?: number,
  ): Promise<readonly Float32Array[]> {
    if (clock.monotonic() < pausedUntil) {
      count("skipped");
      throw new EmbedError("it is left alone after a failure", 503);
    }
    try {
      const made = await embedder.vectors(texts, kind, deadlineMs);
      const length = made[0]?.length;
      if (dimension !== undefined && length !== dimension)
        throw new EmbedError(
          `its vectors have ${length} numbers instead of ${dimension}; name the new model otherwise`,
          200,
        );
      refusals = 0;
      health.well("meaning");
      count("answered");
      return made;
    } catch (thrown) {
      count("failed");
      if (thrown instanceof EmbedError && thrown.refusesText && ++refusals < MOST_REFUSALS) throw thrown;
      const asked = thrown instanceof EmbedError ? thrown.pauseMs : undefined;
      pausedUntil = clock.monotonic() + Math.min(LONGEST_PAUSE_MS, asked ?? PAUSE_MS);
      const why = reasonOf(thrown);
      health.worse("meaning", errors.notAnswering(why));
      throw thrown;
    }
  }

  return { vectors, trial: () => embedder.vectors(["health ministers meeting"], "query", TRIAL_MS) };
}
