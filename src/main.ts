#!/usr/bin/env node
/** Where the program begins: reads the settings and becomes a service, a chat or one answer. */
import { fileURLToPath } from "node:url";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { reasonOf } from "./errors.ts";
import { platforms } from "./main/platforms.ts";
import { tell } from "./main/terminal.ts";

/** Exit codes: 0 done, 1 could not start (or nothing found), 2 bad input. */
async function main(argv: readonly string[]): Promise<number> {
  const { config, faults } = settings();
  // Whoever asks the doctor wants to hear of all that is wrong; nothing else starts with wrong settings.
  const examined = argv.find((word) => !word.startsWith("-")) === "doctor";
  if (faults && !examined) throw faults;
  if (argv.length > 0) return (await import("./main/one-shot.ts")).oneShot(argv, config, faults?.faults);
  if (!config.platforms.some(({ configured }) => configured))
    return (await import("./main/talk.ts")).talk(config);
  // Until the service listens itself nothing is under way; the first process of a container would ignore a signal.
  for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(0));
  return (await import("./main/serve.ts")).serve(config, fileURLToPath(import.meta.url));
}

function settings(): { readonly config: Config; readonly faults?: ConfigError } {
  try {
    return { config: readConfig(undefined, platforms) };
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    return { config: thrown.rest, faults: thrown };
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    tell(thrown instanceof ConfigError ? thrown.message : `sco-bot could not start: ${reasonOf(thrown)}`);
    process.exitCode = 1;
  },
);
