/** Whose a channel is, and who may write in it: only what Slack says for certain counts. */
import type { Clock } from "../../src/clock.ts";
import { createRecent } from "../../src/inbox/recent.ts";
import type { Log } from "../../src/log.ts";
import type { Person, SlackPlace } from "./person.ts";
import { failureOf, type Web } from "./web.ts";

export interface Places {
  /** Whether it is this person's own conversation with the bot: two other people's has an id of the same kind. */
  isOwn(place: SlackPlace): Promise<boolean>;
  /**
   * What keeps a person from writing in a channel; null when Slack shows them as one of its members and nobody limited who
   * writes there. `absent`, too, when Slack does not say in time.
   */
  mute(place: SlackPlace, person: Person): Promise<Mute | null>;
}
export type Mute = "absent" | "restricted";

const REMEMBERED = 10_000;
const KEPT_MS = 3600_000;
const RETRY_MS = 60_000;
const PATIENCE_MS = 900;
/** Slack recommends no more than 200 at a time; who is in more channels than all pages hold is not found. */
const PAGE = 200;
const PAGES = 5;
const SEARCH_MS = 2000;

export function createPlaces({ web, clock, log }: { web: Web; clock: Clock; log: Log }): Places {
  const known = createRecent<{ readonly channel: Promise<string | null>; readonly until: number }>(
    REMEMBERED,
  );

  async function askOwn({ workspace, user }: SlackPlace, key: string): Promise<string | null> {
    try {
      const args = { users: user, prevent_creation: true };
      const { channel } = await web.call(workspace, "conversations.open", args);
      const { id } = (channel ?? {}) as { id?: unknown };
      return typeof id === "string" ? id : null;
    } catch (error) {
      log.warn({ user, why: failureOf(error) }, "Slack did not tell which conversation is a person's own");
      known.set(key, { channel: Promise.resolve(null), until: clock.monotonic() + RETRY_MS });
      return null;
    }
  }

  async function channelsOf({ workspace, user, channel }: SlackPlace): Promise<Fields | undefined> {
    const types = "public_channel,private_channel";
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const args = { user, types, exclude_archived: true, limit: PAGE, ...(cursor && { cursor }) };
      const answer = await web.call(workspace, "users.conversations", args);
      const channels = Array.isArray(answer.channels) ? (answer.channels as Fields[]) : [];
      const found = channels.find(({ id }) => id === channel);
      const next = fieldsOf(answer.response_metadata).next_cursor;
      if (found || typeof next !== "string" || next === "") return found;
      cursor = next;
    }
    return undefined;
  }

  return {
    async isOwn(place) {
      const { workspace, user, channel } = place;
      if (!channel.startsWith("D")) return false;
      if (place.own) return true;
      const key = `${workspace}/${user}`;
      let entry = known.get(key);
      if (!entry || entry.until <= clock.monotonic()) {
        entry = { channel: askOwn(place, key), until: clock.monotonic() + KEPT_MS };
        known.set(key, entry);
      }
      return (await Promise.race([entry.channel, clock.sleep(PATIENCE_MS)])) === channel;
    },

    async mute(place, person) {
      const asked = channelsOf(place).catch((error) => {
        log.warn({ why: failureOf(error) }, "Slack did not tell whether a person is in a channel");
        return undefined;
      });
      const found = await Promise.race([asked, clock.sleep(SEARCH_MS)]);
      if (!found) return "absent";
      return mayWrite(found, place.user, person) ? null : "restricted";
    },
  };
}

/** `posting_restricted_to` names people and kinds of people; of a kind that is not known here, nobody is. */
function mayWrite(channel: Fields, user: string, { standing, isAdmin }: Person): boolean {
  const restricted = fieldsOf(channel.properties).posting_restricted_to;
  if (channel.is_read_only === true || channel.is_thread_only === true) return false;
  if (restricted === undefined || restricted === null) return true;
  const { type, user: users } = fieldsOf(restricted);
  const kinds = Array.isArray(type) ? type : [];
  if (Array.isArray(users) && users.includes(user)) return true;
  return (isAdmin && kinds.includes("admin")) || (standing === "member" && kinds.includes("ra"));
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};
