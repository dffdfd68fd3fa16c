/** Who asks: a person's language, zone and rights from their Slack profile, kept for an hour. */
import type { Clock } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { type Locale, localeOf } from "../../src/i18n/words.ts";
import type { Log } from "../../src/log.ts";
import { isZone } from "../../src/time.ts";
import { failureOf, type Web } from "./web.ts";

export interface Person {
  readonly locale: Locale;
  readonly zone: string;
  readonly name: string;
  /** A guest, or somebody of another workspace in a shared channel. */
  readonly guest: boolean;
}

/** Where somebody speaks. */
export interface Place {
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly thread?: string | undefined;
}

export interface People {
  person(workspace: string, user: string): Promise<Person>;
  caller(place: Place): Promise<Caller>;
  forget(workspace: string): void;
}

const KEPT_MS = 3600_000;
const RETRY_MS = 60_000;
/** An answer does not wait longer than this for a profile. */
const PATIENCE_MS = 900;
const STRANGER: Person = { locale: "en", zone: "UTC", name: "", guest: false };

export function createPeople(deps: {
  readonly web: Web;
  readonly clock: Clock;
  readonly log: Log;
  readonly operators: readonly string[];
}): People {
  const { web, clock, log } = deps;
  const known = new Map<string, { person: Promise<Person>; until: number }>();

  async function fetchPerson(workspace: string, user: string, key: string): Promise<Person> {
    try {
      const { user: profile } = await web.call(workspace, "users.info", { user, include_locale: true });
      return personOf(profile, workspace);
    } catch (error) {
      log.warn({ user, why: failureOf(error) }, "Slack did not tell a person's language and zone");
      known.set(key, { person: Promise.resolve(STRANGER), until: clock.now() + RETRY_MS });
      return STRANGER;
    }
  }

  async function person(workspace: string, user: string): Promise<Person> {
    const key = `${workspace}/${user}`;
    let entry = known.get(key);
    if (!entry || entry.until <= clock.now()) {
      if (known.size > 10_000) known.clear();
      const pending = fetchPerson(workspace, user, key);
      entry = { person: pending, until: clock.now() + KEPT_MS };
      known.set(key, entry);
    }
    return Promise.race([entry.person, clock.sleep(PATIENCE_MS).then(() => STRANGER)]);
  }

  return {
    person,
    async caller(place) {
      const { locale, zone, guest } = await person(place.workspace, place.user);
      const ids = [place.user, `slack:${place.user}`, `${place.workspace}/${place.user}`];
      const operates = ids.some((id) => deps.operators.includes(id));
      return {
        platform: "slack",
        workspace: place.workspace,
        channel: place.channel,
        user: place.user,
        ...(place.thread && { thread: place.thread }),
        locale,
        zone,
        manages: operates || !guest || place.channel.startsWith("D"),
        operates,
      };
    },
    forget(workspace) {
      for (const key of known.keys()) if (key.startsWith(`${workspace}/`)) known.delete(key);
    },
  };
}

/** Reads `users.info`; what is missing or odd becomes English, UTC and no rights lost. */
export function personOf(profile: unknown, workspace: string): Person {
  const read = (typeof profile === "object" && profile !== null ? profile : {}) as Record<string, unknown>;
  const zone = typeof read.tz === "string" && isKnownZone(read.tz) ? read.tz : STRANGER.zone;
  const elsewhere =
    typeof read.team_id === "string" && read.is_stranger === true && read.team_id !== workspace;
  return {
    locale: localeOf(typeof read.locale === "string" ? read.locale : null),
    zone,
    name: typeof read.real_name === "string" ? read.real_name : String(read.name ?? ""),
    guest: read.is_restricted === true || read.is_ultra_restricted === true || elsewhere,
  };
}

const zones = new Map<string, boolean>();

/** Asking the runtime is slow, and people live in few zones. */
function isKnownZone(zone: string): boolean {
  if (zones.size > 1000) zones.clear();
  if (!zones.has(zone)) zones.set(zone, isZone(zone));
  return zones.get(zone) === true;
}
