/** Who sits at the terminal, and how it draws. */
import type { Caller } from "../command.ts";
import type { Config } from "../config.ts";
import { type Locale, localeOf } from "../i18n/words.ts";

export function callerAtTerminal(config: Config, locale?: Locale, zone?: string): Caller {
  return {
    platform: "terminal",
    workspace: "",
    channel: "terminal",
    user: "you",
    locale: locale ?? config.SCO_LOCALE ?? localeOf(config.LANG),
    zone: zone ?? config.SCO_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    manages: true,
    alone: true,
    operates: true,
  };
}

export function styleOf(config: Config, { locale, zone }: Caller) {
  const colour = process.stdout.isTTY === true && !config.NO_COLOR;
  return {
    colour,
    links: process.stdout.isTTY === true,
    width: Math.min(process.stdout.columns || 100, 100),
    locale,
    zone,
    keys: false,
  };
}

/** A sentence for whoever sits at the shell; answers alone go to the standard output. */
export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** `sco search … | head -1`: a reader that has seen enough ends the program, and is no fault of it. */
export function leaveWithReader(): void {
  process.stdout.on("error", (thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== "EPIPE") throw thrown;
    process.exit(0);
  });
}
