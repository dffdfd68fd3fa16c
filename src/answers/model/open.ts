/** Opens the model door when the settings name a model; until the first answer nothing is loaded, nobody called. */
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import { errors } from "../../i18n/answers.ts";
import type { Health } from "../../ops/health.ts";
import type { Phraser } from "./phraser.ts";

/** Undefined when no model is configured: then no connection is ever made. */
export function openPhraser(
  { LLM_BASE_URL: baseUrl, LLM_API_KEY: apiKey, LLM_MODEL: model }: Partial<Config>,
  clock: Clock,
  health: Health,
): Phraser | undefined {
  if (!baseUrl || !model) return undefined;
  let opened: Promise<Phraser> | undefined;
  const trouble = (reason: string | null) => {
    if (reason === null) return health.well("model");
    health.worse("model", errors.notPhrased(reason));
  };
  return async (...asked) => {
    opened ??= import("./phraser.ts").then(({ createPhraser }) =>
      createPhraser({ baseUrl, model, apiKey }, clock, trouble),
    );
    return (await opened)(...asked);
  };
}
