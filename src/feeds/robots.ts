/** robots.txt (RFC 9309): which pages a site wants to be left alone, and how long it wants between two of them. */
import robotsParser from "robots-parser";
import type { Clock } from "../clock.ts";
import { BotError } from "../errors.ts";
import type { Guard } from "../net/guard.ts";

type Robot = ReturnType<typeof robotsParser.default>;
/** Node gives the function itself where the package's types promise it as a property. */
const parse = robotsParser as unknown as typeof robotsParser.default;

export interface Robots {
  /** Whether a page may be read; asks the site's robots.txt when it is not known, or older than a day. */
  allows(url: string, home: string | null, signal: AbortSignal): Promise<boolean>;
  /** Milliseconds that the site wants between two requests, as far as is known. */
  delayMs(url: string): number;
}

const NAME = "sco-bot";
const DAY_MS = 24 * 3_600_000;
/** A robots.txt that could not be had is asked for again after this. */
const AGAIN_MS = 3_600_000;
const MOST_BYTES = 512 * 1024;
const LONGEST_DELAY_MS = 5 * 60_000;
const MOST_SITES = 1_000;

interface Known {
  /** Null: it could not be had, and nothing is read meanwhile. */
  readonly rules: Robot | null;
  readonly until: number;
}

/** @param heeded false for an operator who has leave: everything is allowed, and nothing asked */
export function createRobots(guard: Guard, clock: Clock, heeded: boolean): Robots {
  const known = new Map<string, Promise<Known>>();
  const delays = new Map<string, number>();

  async function look(origin: string, home: string | null, signal: AbortSignal): Promise<Known> {
    const address = `${origin}/robots.txt`;
    try {
      const answer = await guard.fetch(address, { home, signal, maxBytes: MOST_BYTES });
      if (answer.status >= 500) return { rules: null, until: clock.now() + AGAIN_MS };
      const found = answer.status < 300;
      const rules = parse(address, found ? Buffer.from(answer.bytes).toString("utf8") : "");
      const delay = (rules.getCrawlDelay(NAME) ?? 0) * 1_000;
      if (delay > 0) delays.set(origin, Math.min(delay, LONGEST_DELAY_MS));
      else delays.delete(origin);
      return { rules, until: clock.now() + DAY_MS };
    } catch (thrown) {
      if (!(thrown instanceof BotError)) throw thrown;
      return { rules: null, until: clock.now() + AGAIN_MS };
    }
  }

  return {
    delayMs: (url) => delays.get(new URL(url).origin) ?? 0,
    async allows(url, home, signal) {
      if (!heeded) return true;
      const { origin } = new URL(url);
      let asked = known.get(origin);
      if (!asked || (await asked.catch(() => ({ until: 0 }))).until <= clock.now()) {
        asked = look(origin, home, signal);
        known.set(origin, asked);
        asked.catch(() => known.delete(origin));
        const [oldest] = known.keys();
        if (known.size > MOST_SITES && oldest !== undefined) known.delete(oldest);
      }
      const { rules } = await asked;
      return rules !== null && rules.isAllowed(url, NAME) !== false;
    },
  };
}
