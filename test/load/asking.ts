/** Asking a command on each platform and waiting for its answer, as many people in many workspaces. */
import { interaction } from "../discord/server/people.ts";
import type { Told } from "../discord/server/rest.ts";
import type { DiscordServer } from "../discord/server/server.ts";
import { slash } from "../slack/person.ts";
import type { Slack } from "../slack/server.ts";

/** Resolves when the answer is there; rejects when it has not come within `lostMs`. `n` chooses who asks. */
export type Asking = (line: string, n: number, lostMs: number) => Promise<void>;

/** How many people there are, in how many workspaces. */
export interface Crowd {
  readonly people: number;
  readonly teams: number;
}

const USUAL: Crowd = { people: 400, teams: 40 };
/** Everybody who asks is somebody else, in the usual workspaces: Bolt keeps a client for each workspace it ever heard of. */
export const EVERYBODY: Crowd = { people: Number.MAX_SAFE_INTEGER, teams: USUAL.teams };
const GLANCE_MS = 5;

/** A response address that has been used tells that its command was answered. All ask in `team`, or in many. */
export function slackAsking(
  slack: Slack,
  { team, crowd = USUAL }: { readonly team?: string; readonly crowd?: Crowd | undefined } = {},
): Asking {
  const waiting = new Map<string, () => void>();
  setInterval(() => {
    for (const [address, done] of waiting) if ((slack.responses.get(address)?.uses ?? 0) > 0) done();
  }, GLANCE_MS).unref();
  return async (line, n, lostMs) => {
    const user = `U${team ?? ""}${100 + (n % crowd.people)}`;
    slack.people.set(user, {
      name: user,
      real_name: user,
      locale: "en-US",
      tz: "Asia/Almaty",
      team_id: "T1",
    });
    const responseUrl = slack.responseUrl("C1", user);
    const address = responseUrl.split("/").at(-1) ?? "";
    try {
      await within(lostMs, async (done) => {
        waiting.set(address, done);
        await slash(slack, line, { user, team: team ?? `T${n % crowd.teams}`, responseUrl });
      });
    } finally {
      waiting.delete(address);
      slack.responses.delete(address);
    }
  };
}

export function discordAsking(
  discord: DiscordServer,
  { crowd = USUAL }: { readonly crowd?: Crowd | undefined } = {},
): Asking {
  const waiting = new Map<Told, () => void>();
  setInterval(() => {
    for (const [{ messages }, done] of waiting) {
      if (messages.length > 0 && messages.every(({ thinking }) => !thinking)) done();
    }
  }, GLANCE_MS).unref();
  return async (line, n, lostMs) => {
    const event = interaction({ type: 2, data: optionsOf(line) });
    const id = String(900_000_000_000_000_000n + BigInt(n % crowd.people));
    const user = { id, username: `p${n % crowd.people}`, discriminator: "0", avatar: null };
    const asked = { ...event, member: { ...(event.member as object), user } };
    const told = discord.tell(asked);
    try {
      await within(lostMs, async (done) => {
        waiting.set(told, done);
        discord.gateway.dispatch("INTERACTION_CREATE", asked);
      });
    } finally {
      waiting.delete(told);
    }
  };
}

/** The line as Discord would send it: a subcommand with its options. */
function optionsOf(line: string): object {
  const [name = "", ...words] = line.split(" ");
  const rest = words.join(" ");
  const option = { search: "query", read: "id", digest: "day", latest: "n", why: "id" }[name];
  const value = name === "latest" ? Number(rest) : name === "why" ? words[0] : rest;
  const options = option && rest ? [{ name: option, type: name === "latest" ? 4 : 3, value }] : [];
  if (name === "why") options.push({ name: "query", type: 3, value: words.slice(1).join(" ") });
  return { id: "1", name: "sco", type: 1, options: [{ name, type: 1, options }] };
}

function within(ms: number, start: (done: () => void) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("no answer")), ms);
    const done = () => {
      clearTimeout(late);
      resolve();
    };
    start(done).catch(reject);
  });
}
