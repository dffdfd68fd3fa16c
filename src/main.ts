#!/usr/bin/env node
/** Where the program begins: reads the settings and becomes a service, a chat or one answer. */
import { fileURLToPath } from "node:url";
import { ConfigError, readConfig } from "./config.ts";
import { reasonOf } from "./errors.ts";
import { tell } from "./main/terminal.ts";

/** Exit codes: 0 done, 1 could not start (or nothing found), 2 bad input. */
async function main(argv: readonly string[]): Promise<number> {
  const config = readConfig();
  if (argv.length > 0) return (await import("./main/one-shot.ts")).oneShot(argv, config);
  const platforms = config.SLACK_BOT_TOKEN || config.SLACK_CLIENT_ID || config.DISCORD_TOKEN;
  if (!platforms) return (await import("./main/talk.ts")).talk(config);
  return (await import("./main/serve.ts")).serve(config, fileURLToPath(import.meta.url));
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
