/** The title of a page that somebody pasted: read as any page is, through the guard, in its host's turn. */
import { within } from "../clock.ts";
import { answered } from "./obtain.ts";
import type { FeedsRoom } from "./room.ts";

/** Somebody waits for it. */
const PATIENCE_MS = 6_000;
const MOST_BYTES = 2 * 1024 * 1024;
const LONGEST = 300;
/** Addresses that people paste do not hold up the feeds of their host. */
const MOST_WAITING = 5;

/**
 * Null where the page has no title, may not be read, or cannot be had in time.
 * @param trusted whether who pasted it runs the bot: anybody else's address reaches no host that was allowed for a feed
 */
export async function titleOf(
  room: FeedsRoom,
  url: string,
  signal: AbortSignal,
  trusted: boolean,
): Promise<string | null> {
  try {
    return await within(room.clock, PATIENCE_MS, signal, (until) => read(room, url, until, trusted));
  } catch {
    return null;
  }
}

async function read(
  room: FeedsRoom,
  url: string,
  signal: AbortSignal,
  trusted: boolean,
): Promise<string | null> {
  if (!trusted && room.guard.trusts(url)) return null;
  const home = trusted ? url : null;
  if (!(await room.asksRobots.allows(url, home, signal))) return null;
  // What a stranger's address is answered with holds up no feed of its host.
  const asking = { home, signal, maxBytes: MOST_BYTES, deadlineMs: PATIENCE_MS };
  const answer = await room.hosts.inTurn(url, () => room.guard.fetch(url, asking), signal, MOST_WAITING);
  const fetched = answer && answered(answer);
  if (!fetched) return null;
  const contentType = fetched.headers["content-type"] ?? "";
  const source = { bytes: fetched.bytes, contentType, url: fetched.url, zone: "UTC", now: room.clock.now() };
  const { title, text } = await room.reader.page(source, "pasted");
  const [first = ""] = text.split("\n");
  return (title.trim() || first.trim()).slice(0, LONGEST) || null;
}
