/** Posts a delivery so that it arrives once: no silent retries, a nonce, and a look into the channel before trying again. */
import { createHash } from "node:crypto";
import {
  type APIChannel,
  type APIMessage,
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  REST,
  type RESTOptions,
  Routes,
} from "discord.js";
import type { Posted, Target } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import { reasonOf } from "../../src/errors.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Reply } from "../../src/reply.ts";
import { codeOf, shown } from "./answer.ts";
import { carries } from "./buttons.ts";
import { withToken } from "./connect.ts";
import { createForums, threadName, WEEK_MIN } from "./forum.ts";
import { MESSAGE } from "./limits.ts";
import { type Body, render } from "./render.ts";

/** How old a message may be that an attempt whose reply was lost has left, where nothing is known of when it was made. */
const LOOK_BACK_MS = 6 * 3_600_000;
/** Discord's clock and ours may differ by so much. */
const SKEW_MS = 5 * 60_000;
/** Messages that Discord gives at once, and how often it is asked: https://discord.com/developers/docs/resources/message#get-channel-messages */
const PAGE = 100;
const PAGES = 10;

interface Needs {
  readonly token: string;
  readonly options: Partial<RESTOptions>;
  readonly clock: Clock;
  readonly buttons: Buttons;
}

/** Discord's numbers: there is one already; no access; not in this kind of channel; no permission. */
const HAS_THREAD = 160_004;
const NO_THREADS = new Set([50_001, 50_024, 50_013]);

interface Needed {
  readonly target: Target;
  readonly reply: Reply;
  readonly attempt: number;
  readonly until: number;
  readonly since: number;
}

/** A REST client of its own: discord.js's usual one sends again by itself when a reply is lost, and posts twice. */
export function createDelivering({ token, options, clock, buttons }: Needs) {
  const rest = withToken(new REST({ ...options, retries: 0, rejectOnRateLimit: () => true }), token);
  const forums = createForums(rest);

  return async (
    target: Target,
    reply: Reply,
    key: string,
    attempt: number,
    until = Number.POSITIVE_INFINITY,
    since = clock.now() - LOOK_BACK_MS,
  ): Promise<Posted> => {
    const nonce = nonceOf(key);
    let sending = false;
    try {
      const home = await channelOf(target);
      const first = "channel" in target ? target.thread : undefined;
      const forum = "channel" in target && (reply.post || first) ? await forums.of(home) : undefined;
      if (forum && reply.post && first === undefined)
        return await postIn(forum, { target, reply, attempt, until, since }, () => {
          sending = true;
        });
      const below =
        first === undefined ? undefined : forum ? first : await threadOf(home, first, reply.summary);
      const channel = below ?? home;
      const owner = { platform: "discord", workspace: target.workspace, channel } as const;
      const rendered = render(reply, await buttons.keep(reply, owner, carries));
      const earlier = attempt > 1 ? await find(channel, rendered.body, since) : undefined;
      if (earlier) return sent(target, earlier);
      if (clock.now() >= until) return { state: "later", afterMs: 0 };
      const message = await shown({ rendered, summary: reply.summary }, (body, files) => {
        sending = true;
        return rest.post(Routes.channelMessages(channel), {
          body: {
            ...body,
            ...(first !== undefined && below === undefined && { message_reference: { message_id: first } }),
            ...{ nonce, enforce_nonce: true },
          },
          files: [...files],
        });
      });
      return sent(target, message as APIMessage);
    } catch (error) {
      return outcomeOf(error, sending);
    }
  };

  /** A post of its own in a forum; where one was begun before and its answer was lost, that one. */
  async function postIn(
    forum: NonNullable<Awaited<ReturnType<typeof forums.of>>>,
    { target, reply, attempt, until, since }: Needed,
    begins: () => void,
  ): Promise<Posted> {
    const { workspace } = target;
    const post = reply.post ?? { title: reply.summary, tags: [] };
    const owner = { platform: "discord", workspace, channel: forum.id } as const;
    // A watch is stopped where it was set up, which a new post is not.
    const told = { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== "actions") };
    const rendered = render(told, await buttons.keep(told, owner, carries));
    if (attempt > 1)
      for (const thread of await forums.named(forum, post, workspace, applicationOf(token))) {
        const earlier = await find(thread, rendered.body, since);
        if (earlier) return sent(target, earlier);
      }
    if (clock.now() >= until) return { state: "later", afterMs: 0 };
    const message = await shown({ rendered, summary: reply.summary }, (body, files) => {
      begins();
      return forums.begin(forum, post, body, files);
    });
    return sent(target, message);
  }

  async function channelOf(target: Target): Promise<string> {
    if ("channel" in target) return target.channel;
    const direct = await rest.post(Routes.userChannels(), { body: { recipient_id: target.user } });
    return (direct as APIChannel).id;
  }

  /**
   * The thread of a message, which has the message's id; undefined where it can have none: in a thread, in direct
   * messages, without the permission. Then what goes below it is an answer to it.
   */
  async function threadOf(channel: string, message: string, title: string): Promise<string | undefined> {
    try {
      await rest.post(Routes.threads(channel, message), {
        body: { name: threadName(title), auto_archive_duration: WEEK_MIN },
      });
      return message;
    } catch (error) {
      if (codeOf(error) === HAS_THREAD) return message;
      if (NO_THREADS.has(codeOf(error) ?? 0)) return undefined;
      throw error;
    }
  }

  /** The bot's own message of the very same text, not older than the first attempt: Discord gives no nonce back. */
  async function find(channel: string, body: Body, since: number): Promise<APIMessage | undefined> {
    const application = applicationOf(token);
    let before: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
      const messages = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
      const recent = messages.filter(({ timestamp }) => Date.parse(timestamp) >= since - SKEW_MS);
      const found = recent.find(
        (message) =>
          message.author.bot === true &&
          (application === undefined || message.author.id === application) &&
          sameText(message, body),
      );
      before = messages.at(-1)?.id;
      if (found || recent.length < PAGE) return found;
    }
    throw new Error("more has been written since than could be looked through");
  }
}

/** Fits Discord's 25 characters and is the same for the same delivery. */
export function nonceOf(key: string): string {
  return createHash("sha256")
    .update(key)
    .digest("base64url")
    .slice(0, MESSAGE.nonce - 1);
}

/** The bot's user id is the first part of its token, in base64. */
function applicationOf(token: string): string | undefined {
  const id = Buffer.from(token.split(".")[0] ?? "", "base64").toString();
  return /^\d{15,20}$/.test(id) ? id : undefined;
}

function sameText(message: APIMessage, body: Body): boolean {
  const texts = (embeds: readonly { title?: string; description?: string }[]) =>
    embeds.map(({ title, description }) => [title ?? "", description ?? ""]);
  return (
    message.content === body.content &&
    JSON.stringify(texts(message.embeds)) === JSON.stringify(texts(body.embeds))
  );
}

function sent(target: Target, message: APIMessage): Posted {
  return { state: "sent", link: linkTo(target, message), thread: message.id };
}

function linkTo(target: Target, message: Pick<APIMessage, "id" | "channel_id">): string {
  return `https://discord.com/channels/${target.workspace || "@me"}/${message.channel_id}/${message.id}`;
}

/** Only what failed while posting may have arrived; what Discord refused clearly has not. */
function outcomeOf(error: unknown, sending: boolean): Posted {
  if (error instanceof RateLimitError) return { state: "later", afterMs: Math.max(1, error.retryAfter) };
  const reason = reasonOf(error);
  if (error instanceof DiscordAPIError) {
    // A no of Discord's own has a number; a proxy's, or a wall's before Discord, has none.
    const forGood = [400, 403, 404].includes(error.status) && Number(error.code) > 0;
    return forGood ? { state: "refused", reason } : { state: "later", afterMs: 60_000 };
  }
  const arrivedPerhaps = sending && !(error instanceof HTTPError && error.status < 500);
  return arrivedPerhaps ? { state: "unknown", reason } : { state: "later", afterMs: 10_000 };
}
