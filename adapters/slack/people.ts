/** Who asks: a person's language, zone and rights from their Slack profile, kept for an hour. */
import type { Clock } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { BARRED } from "../../src/i18n/slack.ts";
import { localeOf } from "../../src/i18n/words.ts";
import { isOperator } from "../../src/inbox/operators.ts";
import type { Log } from "../../src/log.ts";
import { isZone } from "../../src/time.ts";
import type { Membership, Person, SlackPlace } from "./person.ts";
import type { Places } from "./places.ts";
import { failureOf, type Web } from "./web.ts";

export interface People {
  person(place: Pick<SlackPlace, "workspace" | "enterprise" | "user">): Promise<Person>;
  caller(place: SlackPlace): Promise<Caller>;
  forget(workspace: string): void;
}

const KEPT_MS = 3600_000;
const RETRY_MS = 60_000;
/** An answer does not wait longer than this for a profile. */
const PATIENCE_MS = 900;
const REMEMBERED = 10_000;
const STRANGER: Person = { locale: "en", zone: "UTC", name: "", standing: "unknown", isAdmin: false };

export function createPeople(deps: {
  readonly web: Web;
  readonly clock: Clock;
  readonly log: Log;
  readonly operators: readonly string[];
  readonly places: Pick<Places, "isOwn">;
}): People {
  const { web, clock, log, places } = deps;
  const known = new Map<string, { person: Promise<Person>; until: number }>();

  type Who = Parameters<People["person"]>[0];
  async function fetchPerson({ workspace, enterprise, user }: Who, key: string): Promise<Person> {
    try {
      const { user: profile } = await web.call(workspace, "users.info", { user, include_locale: true });
      return personOf(profile, workspace, enterprise);
    } catch (error) {
      log.warn({ user, why: failureOf(error) }, "Slack did not tell a person's language and zone");
      known.set(key, { person: Promise.resolve(STRANGER), until: clock.monotonic() + RETRY_MS });
      return STRANGER;
    }
  }

  async function person(who: Who): Promise<Person> {
    const key = `${who.workspace}/${who.user}/${who.enterprise ?? ""}`;
    let entry = known.get(key);
    if (!entry || entry.until <= clock.monotonic()) {
      if (known.size > REMEMBERED) known.clear();
      const pending = fetchPerson(who, key);
      entry = { person: pending, until: clock.monotonic() + KEPT_MS };
      known.set(key, entry);
    }
    return Promise.race([entry.person, clock.sleep(PATIENCE_MS).then(() => STRANGER)]);
  }

  return {
    person,
    async caller(place) {
      const [{ locale, zone, standing, isAdmin }, own] = await Promise.all([
        person(place),
        places.isOwn(place),
      ]);
      const { workspace, channel, user, thread } = place;
      const operates = isOperator(deps.operators, { platform: "slack", workspace, user }, false);
      // Two people's conversation, where nothing can ever be posted: there is nothing in it to change.
      const others = channel.startsWith("D") && !own;
      const why = others ? "others" : standing;
      return {
        platform: "slack",
        workspace,
        channel,
        user,
        // What is said to the bot directly is one conversation, whatever threads Slack makes of it.
        ...(thread && !own && { thread }),
        locale,
        zone,
        manages: !others && (operates || own || standing === "member"),
        managesWorkspace: operates || isAdmin,
        ...(why !== "member" && { barred: BARRED[why] }),
        alone: own || channel === "",
        direct: own,
        operates,
      };
    },
    forget(workspace) {
      for (const key of known.keys()) if (key.startsWith(`${workspace}/`)) known.delete(key);
    },
  };
}

/**
 * Reads `users.info`; what is missing or odd becomes English, UTC and no right.
 * @param enterprise the organisation of the workspace; its people have one profile in all its workspaces
 */
export function personOf(profile: unknown, workspace: string, enterprise?: string): Person {
  const read = fieldsOf(profile);
  const zone = typeof read.tz === "string" && isKnownZone(read.tz) ? read.tz : STRANGER.zone;
  const standing = standingOf(read, workspace, enterprise);
  return {
    locale: localeOf(typeof read.locale === "string" ? read.locale : null),
    zone,
    name: typeof read.real_name === "string" ? read.real_name : String(read.name ?? ""),
    standing,
    isAdmin: standing === "member" && isOf(read, workspace) && RANKS.some((rank) => read[rank] === true),
  };
}

const RANKS = ["is_admin", "is_owner", "is_primary_owner"] as const;

/** Whether somebody belongs to the workspace itself, and not only to its organisation. */
function isOf({ team_id, enterprise_user }: Fields, workspace: string): boolean {
  const { teams } = fieldsOf(enterprise_user);
  return team_id === workspace || (Array.isArray(teams) && teams.includes(workspace));
}

/** https://docs.slack.dev/reference/objects/user-object */
function standingOf(read: Fields, workspace: string, enterprise: string | undefined): Membership {
  if (typeof read.team_id !== "string" || read.team_id === "" || read.deleted === true) return "unknown";
  const organisation = fieldsOf(read.enterprise_user);
  const inside =
    isOf(read, workspace) ||
    (!!enterprise && (read.team_id === enterprise || organisation.enterprise_id === enterprise));
  if (!inside || read.is_stranger === true) return "outsider";
  return read.is_restricted === true || read.is_ultra_restricted === true ? "guest" : "member";
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

const zones = new Map<string, boolean>();

/** Asking the runtime is slow, and people live in few zones. */
function isKnownZone(zone: string): boolean {
  if (zones.size > 1000) zones.clear();
  if (!zones.has(zone)) zones.set(zone, isZone(zone));
  return zones.get(zone) === true;
}
