/** Who sits at the terminal, and how it draws. */
import type { Caller } from "../command.ts";
import { type Config, showsLinks } from "../config.ts";
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
    direct: true,
    operates: true,
  };
}

/** @param keys whether somebody can type what a button would do */
export function styleOf(config: Config, { locale, zone }: Caller, keys = false) {
  const tty = process.stdout.isTTY === true;
  return {
    colour: tty && !config.NO_COLOR,
    links: tty && (config.SCO_LINKS === "auto" ? showsLinks() : config.SCO_LINKS === "clickable"),
    /** As wide as the window is now. */
    get width() {
      return Math.min(process.stdout.columns || 100, 100);
    },
    locale,
    zone,
    keys,
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
