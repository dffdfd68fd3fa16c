/** The optional model: says the chosen sentences in one paragraph, or nothing at all. */
import type { Language } from "../../article.ts";
import type { Clock } from "../../clock.ts";
import { reasonOf } from "../../errors.ts";
import { createGuard } from "../../net/guard.ts";
import type { AnswerSentence } from "../sentence.ts";
import { checked } from "./check.ts";
import { bodyOf, textOf } from "./exchange.ts";
import type { Phrased } from "./phrased.ts";

/** Undefined when the model failed, was too slow, or said what the sentences do not. Never rejects. */
export type Phraser = (
  question: string,
  language: Language,
  sentences: readonly AnswerSentence[],
  signal?: AbortSignal,
) => Promise<Phrased | undefined>;

export interface ModelSettings {
  /** Address of an OpenAI-compatible API, up to and with `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string | undefined;
}

/** How long a model may take, and how much it may say, before the sentences are shown as they are. */
const DEADLINE_MS = 6_000;
const MAX_BYTES = 256 * 1024;

/** @param trouble told why a paragraph was not shown, for the log; null when one was */
export function createPhraser(
  { baseUrl, model, apiKey }: ModelSettings,
  clock: Clock,
  trouble: (reason: string | null) => void = () => {},
): Phraser {
  const address = `${baseUrl.replace(/(?<!\/)\/+$/, "")}/chat/completions`;
  const guard = createGuard({ allowHosts: [new URL(address).host], clock });
  const headers = {
    "content-type": "application/json",
    accept: "application/json, text/event-stream",
    ...(apiKey && { authorization: `Bearer ${apiKey}` }),
  };
  return async (question, language, sentences, signal) => {
    if (sentences.length === 0) return undefined;
    try {
      const answer = await guard.fetch(address, {
        method: "POST",
        headers,
        body: bodyOf(model, question, language, sentences),
        deadlineMs: DEADLINE_MS,
        maxBytes: MAX_BYTES,
        ...(signal && { signal }),
      });
      if (answer.status !== 200) throw new Error(`the model answered with status ${answer.status}`);
      const said = textOf(new TextDecoder().decode(answer.bytes));
      const phrased = await checked(said, language, sentences);
      trouble("refused" in phrased ? phrased.refused : null);
      return "refused" in phrased ? undefined : phrased;
    } catch (thrown) {
      trouble(reasonOf(thrown));
      return undefined;
    }
  };
}
