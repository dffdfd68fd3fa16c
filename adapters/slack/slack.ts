/** Slack: the adapter. Wires the line, the listeners and the posts together. */
import { type Installation, webApi } from "@slack/bolt";
import type { Adapter, Bot, Posted, Target } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Config } from "../../src/config.ts";
import { BotError, reasonOf } from "../../src/errors.ts";
import { errors, slack as say } from "../../src/i18n/slack.ts";
import type { Locale } from "../../src/i18n/words.ts";
import { createButtons } from "../../src/inbox/buttons.ts";
import { createInbox } from "../../src/inbox/inbox.ts";
import type { Log } from "../../src/log.ts";
import type { StateStore } from "../../src/state/store.ts";
import { createAnswers } from "./answer.ts";
import { carries, keptBefore } from "./buttons.ts";
import { connect } from "./connection.ts";
import { createInstallations, type Installations } from "./installations.ts";
import { listen } from "./listen.ts";
import { createPeople } from "./people.ts";
import { createPlaces } from "./places.ts";
import type { SlackSettings } from "./platform.ts";
import { createPoster, postedFrom } from "./post.ts";
import { render } from "./render.ts";
import { respond } from "./respond.ts";
import { clientOptions, createWeb, failureOf, isHopeless, silent } from "./web.ts";

const RETRY_MS = 5000;
/** The program starts without Slack when it cannot be reached for this long; the socket is opened when it can. */
const PATIENCE_MS = 10_000;
/** Codes that speak of the whole workspace for a time, and answers of something between us and Slack. */
const NOT_THE_CHANNEL =
  /^(org_login_required|team_added_to_org|team_access_not_granted|message_limit_exceeded|HTTP \d+)$/;
const REFUSED_MS = 60_000;
/** With these Slack says that an app was removed from a workspace, or that the workspace is no more. */
const REMOVED = /^(?:account_inactive|token_revoked)$/;
/** A user group's id, also as a message has it. */
const GROUP = /^(?:@|<!subteam\^)?(S[A-Z0-9]{6,20})(?:\|[^>]*)?>?$/;

export function createSlackAdapter(deps: {
  readonly config: Config & SlackSettings;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Removes what is kept for a workspace that removed the app. */
  readonly forget?: (workspace: string) => Promise<void>;
}): Adapter {
  const { config, store, clock, log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  const me: { user?: string; bot?: string } = {};
  const installations = manyWorkspaces(config, store, clock, me);
  const single = async (): Promise<string> => config.SLACK_BOT_TOKEN ?? "";
  const web = createWeb({
    options: { ...clientOptions(config.SLACK_API_URL), logger: silent },
    tokenFor: installations ? installations.tokenFor : single,
  });
  const places = createPlaces({ web, clock, log });
  const people = createPeople({ web, clock, log, places, operators: config.SCO_OPERATORS });
  const poster = createPoster(web, clock, signal);
  const buttons = createButtons(store, keptBefore);
  const answers = createAnswers({ web, poster, buttons, clock, log, signal });
  const inbox = createInbox({ store, clock, log });
  const line = connect({
    config,
    clock,
    log,
    installations,
    authorize: async () => ({
      botToken: config.SLACK_BOT_TOKEN ?? "",
      ...(me.user && { botUserId: me.user }),
      ...(me.bot && { botId: me.bot }),
    }),
    refuse,
  });

  /** In English: without a token nobody's language is known. */
  function refuse(url: string, why: BotError): void {
    log.warn({ why: why.message }, "a Slack request is refused");
    if (url === "") return;
    const only = { response_type: "ephemeral", replace_original: false } as const;
    const work = async () => {
      await respond(url, { text: why.say("en"), blocks: [], ...only }, clock, signal);
    };
    void inbox.take({ id: url, workspace: "", work });
  }

  /** Slack says some things again minutes later: one that is older than the installation is believed if the token is dead. */
  async function removed(workspace: string, saidAt: number): Promise<void> {
    const installed = await installations?.installedAt(workspace);
    if (installed !== undefined && saidAt < Math.floor(installed / 1000) && !(await left(workspace))) {
      log.info({ workspace }, "an older word that the app was removed; it is installed again");
      return;
    }
    log.info({ workspace }, "removed from a Slack workspace");
    people.forget(workspace);
    await installations?.forget(workspace);
    await deps.forget?.(workspace);
  }

  async function left(workspace: string): Promise<boolean> {
    // A token of the settings may be exchanged while the app stays; only an installation's own says that it was removed.
    if (!installations || config.SLACK_BOT_TOKEN) return false;
    try {
      await web.call(workspace, "auth.test", {});
      return false;
    } catch (error) {
      const failure = failureOf(error);
      return failure.kind === "refused" && REMOVED.test(failure.reason);
    }
  }

  let told = false;

  /** Learns who we are; a wrong token is said and ends it. Answers false when Slack cannot be reached. */
  async function introduce(): Promise<boolean> {
    if (!config.SLACK_BOT_TOKEN) return true;
    try {
      const answer = await web.call("", "auth.test", {});
      Object.assign(me, { user: answer.user_id, bot: answer.bot_id });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "refused" && isHopeless(failure.reason)) throw wrongToken(failure.reason);
      if (!told) log.warn({ why: failure }, "Slack did not say who we are; asking again until it does");
      told = true;
      return false;
    }
  }

  async function introduceLater(): Promise<void> {
    do await clock.sleep(RETRY_MS, signal);
    while (!(await introduce()));
  }

  async function missing(target: Target, locale: Locale): Promise<string | null> {
    const words = say(locale);
    if (!("channel" in target) || /^[DU]/.test(target.channel)) return null;
    try {
      const { channel } = await web.call(target.workspace, "conversations.info", {
        channel: target.channel,
      });
      const found = (channel ?? {}) as { is_archived?: unknown; is_member?: unknown; is_im?: unknown };
      if (found.is_archived === true) return words.archived;
      return found.is_member === false && found.is_im !== true ? words.invite : null;
    } catch (error) {
      if (error instanceof BotError && error.code === "forbidden") return words.noAccess;
      const failure = failureOf(error);
      if (failure.kind === "refused" && failure.reason === "channel_not_found") return words.unseen;
      throw new Error("reason" in failure ? failure.reason : "rate limit", { cause: error });
    }
  }

  return {
    name: "slack",
    get connected() {
      return line.connected;
    },
    get listening() {
      return line.listening;
    },
    async start(bot: Bot) {
      await installations?.load().catch(() => undefined);
      listen(line.app, {
        bot,
        people,
        places,
        answers,
        web,
        buttons,
        clock,
        log,
        inbox,
        botUser: (known) => known ?? me.user,
        missing,
        removed,
      });
      if (!(await introduce()))
        introduceLater().catch((error) => {
          if (!signal.aborted) log.error({ why: reasonOf(error) }, "gave up");
        });
      const open = line.start().catch((error) => {
        throw error instanceof webApi.WebAPIPlatformError
          ? wrongToken(error.data.error, "SLACK_APP_TOKEN")
          : error;
      });
      await Promise.race([open, clock.sleep(PATIENCE_MS, signal)]);
      if (!line.connected) log.warn("Slack's socket is not open yet; still trying");
    },
    async post(target, reply, key, attempt, until = Number.POSITIVE_INFINITY, since) {
      try {
        const channel = await poster.channelOf(target);
        const owner = { platform: "slack", workspace: target.workspace, channel } as const;
        const names = await buttons.keep(reply, owner, carries);
        const nonce = key.replace(/[^\w]/g, "").slice(-24);
        const shown = render(reply, { reader: reply.reader ?? null, nonce, names });
        const thread = "channel" in target ? target.thread : undefined;
        const letter = { ...shown, workspace: target.workspace, channel, thread, key, since };
        return meant(await poster.once(letter, attempt, () => clock.now() < until));
      } catch (error) {
        if (error instanceof BotError) return { state: "refused", reason: error.message };
        return meant(postedFrom(failureOf(error)));
      }
    },
    missing,
    groupOf: (written) => GROUP.exec(written.trim())?.[1],
    left,
    async stop() {
      await line.stop();
      await inbox.stop();
      stopping.abort(new Error("the program is ending"));
    },
  };
}

/** Set when several workspaces install the app; SLACK_BOT_TOKEN, if set too, serves those without an installation. */
function manyWorkspaces(
  config: Config & SlackSettings,
  store: StateStore,
  clock: Clock,
  me: { user?: string; bot?: string },
): Installations | undefined {
  const secret = config.SCO_SECRET_KEY;
  if (!config.SLACK_CLIENT_ID || !secret) return undefined;
  const token = config.SLACK_BOT_TOKEN;
  const fallback = token && {
    get bot() {
      return { token, scopes: [], id: me.bot ?? "", userId: me.user ?? "" };
    },
  };
  return createInstallations({
    store,
    clock,
    secret,
    ...(fallback && { fallback: fallback as unknown as Installation<"v2", boolean> }),
  });
}

/** A channel is given up only where Slack's no is about the channel: tokens are replaced, workspaces come back. */
function meant(posted: Posted): Posted {
  const passes =
    posted.state === "refused" && (isHopeless(posted.reason) || NOT_THE_CHANNEL.test(posted.reason));
  return passes ? { state: "later", afterMs: REFUSED_MS } : posted;
}

function wrongToken(reason: string, name = "SLACK_BOT_TOKEN"): BotError {
  return new BotError("forbidden", errors.wrongToken(name, reason));
}
