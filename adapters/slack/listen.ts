/** The listeners: acknowledge at once, ask the bot, hand its reply on. */
import type { App } from "@slack/bolt";
import type { Request } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { slack as say } from "../../src/i18n/slack.ts";
import { aboutMessage } from "../../src/inbox/about-message.ts";
import type { Names } from "../../src/inbox/buttons.ts";
import type { Arrival } from "../../src/inbox/inbox.ts";
import { welcome } from "../../src/inbox/welcome.ts";
import { type Reply, sentence } from "../../src/reply.ts";
import { channelScope } from "../../src/state/scope.ts";
import { goneReply, nonceOf } from "./answer.ts";
import { ACTION_PREFIX, carries, type Pressed, pressed } from "./buttons.ts";
import { type Ears, muteIn, presser } from "./ears.ts";
import { listenToForms, openForm } from "./forms.ts";
import { answerView, FIELD, homeView, searchRequest, searchView } from "./home.ts";
import { LIMITS } from "./limits.ts";
import {
  type Click,
  digest,
  fromClick,
  fromCommand,
  fromMessage,
  fromShortcut,
  type SlackRequest,
} from "./receive.ts";
import { COMMAND, GLOBAL_SHORTCUT, MESSAGE_SHORTCUT, SEARCH_VIEW } from "./surface.ts";
import type { Web } from "./web.ts";

/** A double click is over after this; what was shared counts as the same for longer. */
const CLICK_MS = 3000;
/** So long a request of Slack's can come again, by whoever has a copy of it: its time may be off on either side. */
const REPLAY_MS = 2 * LIMITS.skewSeconds.max * 1000;
const SHARE_MS = 15_000;
/** Who invites the bot again on the same day reads no second welcome. */
const WELCOMED_MS = 24 * 3_600_000;
/** How long a submitted form may wait for its answer before it is acknowledged with "searching". */
const FORM_MS = 400;

type Question = Request extends infer R ? (R extends unknown ? Omit<R, "id" | "caller"> : never) : never;

/** What to begin with, above the composer; an installation without that scope goes without. */
async function suggest(web: Web, { workspace, channel, locale }: Caller): Promise<void> {
  const { promptsTitle: title, prompts } = say(locale);
  const asked = { channel_id: channel, title, prompts };
  await web.call(workspace, "assistant.threads.setSuggestedPrompts", asked).catch(() => undefined);
}

export function listen(app: App, ears: Ears): void {
  const { bot, people, answers, inbox, web } = ears;
  const ask = (id: string, caller: Caller, question: Question): Promise<Reply> =>
    inbox.ask(bot, { id, caller, ...question } as Request);
  /**
   * Begins after the acknowledgement has left, and goes on when that is lost on its way: Slack sends no command and
   * no click a second time. Nothing is thrown at Bolt.
   */
  const go = (
    { id, workspace }: { readonly id: string; readonly workspace: string },
    work: Arrival["work"],
    once?: NonNullable<Arrival["once"]>,
  ): void => void inbox.take({ id, workspace, work, ...(once && { once }) });

  /** Whether nobody sent this before: Slack makes a new trigger for whatever somebody does. */
  const fresh = async (asked: SlackRequest | Click): Promise<boolean> =>
    asked.id === "" ||
    inbox.first(
      `${channelScope({ platform: "slack", ...asked })}:${digest(["trigger", asked.id])}`,
      REPLAY_MS,
    );

  const keep = (reply: Reply, caller: Caller): Promise<Names> => ears.buttons.keep(reply, caller, carries);

  app.command(COMMAND, async ({ ack, body }) => {
    const asked = fromCommand(body);
    go(asked, async () => {
      if (await fresh(asked)) await beside(asked, { line: asked.text || "help" });
    });
    await ack();
  });

  async function beside(asked: SlackRequest, question: Question): Promise<void> {
    const caller = await people.caller(asked);
    await answers.beside(asked, caller, await ask(asked.id, caller, question));
  }

  app.event("app_mention", async ({ body, context }) => heard(body, context));
  app.message(async ({ body, context }) => heard(body, context));

  /** A retry of Slack's may follow an answer that we do not know of: it is looked for first. */
  function heard(body: unknown, context: { botUserId?: string; retryNum?: number }): void {
    const asked = fromMessage(body, ears.botUser(context.botUserId));
    if (!asked) return;
    const retried = (context.retryNum ?? 0) > 0;
    if (!asked.overheard) {
      answer(asked, retried);
      return;
    }
    const { id, workspace, channel, user, thread = "", text: said } = asked;
    go(asked, async () => {
      // Nobody's profile is asked for as long as they talk among themselves.
      const caller: Caller = {
        ...{ platform: "slack", workspace, channel, user, thread, locale: "en", zone: "UTC" },
        ...{ manages: false, operates: false },
      };
      if (await bot.goesOn({ id, caller, said })) answer(asked, retried);
    });
  }

  function answer(asked: SlackRequest, retried: boolean): void {
    const heardOnce = { key: asked.id, for: "ever" } as const;
    const work: Arrival["work"] = async (turn) => {
      // All see the answer anyway.
      const caller = { ...(await people.caller(asked)), alone: true };
      const question = asked.text === "" ? { line: "help" } : { said: asked.text };
      const reply = await ask(asked.id, caller, question);
      // Who did not call the bot is not told what it cannot do.
      if (asked.overheard && reply.outcome === "bad-input") return;
      const again = turn.again || retried;
      await answers.below(asked, caller, reply, { ...turn, again });
    };
    go(asked, work, heardOnce);
  }

  app.action(new RegExp(`^${ACTION_PREFIX}`), async ({ ack, body }) => {
    const click = fromClick(body);
    const what = pressed(click.actionId, click.value);
    const place = what?.place ?? "new";
    const work = async (): Promise<void> => {
      if (!(await fresh(click))) return;
      const caller = await people.caller(click);
      if (what?.form) return pressedForm(what, click, caller);
      const shares = place === "channel" && !caller.alone && click.view === undefined;
      const mute = shares ? await muteIn(ears, click) : null;
      const reply = mute
        ? { reply: sentence(say(caller.locale).mute[mute], "bad-input"), whole: false }
        : await pressedReply(what, click, caller);
      const { name } = await people.person(click);
      const give = (answer: Reply, where: Pressed["place"]) =>
        answers.click(click, { ...caller, name }, answer, where);
      if (!shares || !reply.whole || reply.reply.outcome !== "answered")
        return give(reply.reply, reply.whole ? place : "new");
      // What is posted for everybody is posted once, whoever pressed first and may.
      if (!(await inbox.once(click.key, SHARE_MS, () => give(reply.reply, "channel"))))
        await give(sentence(say(caller.locale).sharedAlready), "new");
    };
    // Of one person's double click one counts; somebody else's press is their own.
    go(click, work, { key: `${click.key}:${click.user}`, for: CLICK_MS });
    await ack();
  });

  async function pressedReply(what: Pressed | null, click: Click, caller: Caller) {
    const line = await lineOf(what, caller);
    if (typeof line !== "string") return { reply: line, whole: false };
    const who = await presser(ears, click, line, caller);
    return { reply: await ask(click.id, who, { line }), whole: true };
  }

  async function pressedForm(what: Pressed | null, click: Click, caller: Caller): Promise<void> {
    const line = await lineOf(what, caller);
    if (typeof line === "string") return openForm(ears, click, line, what?.place ?? "new");
    await answers.click(click, { ...caller, name: "" }, line, "new");
  }

  /** The whole line of a button, or what to say where there is none any more. */
  async function lineOf(what: Pressed | null, caller: Caller): Promise<string | Reply> {
    if (!what) return sentence(say(caller.locale).unreadable, "bad-input");
    if (what.name === undefined) return what.line;
    try {
      return (await ears.buttons.find(what.name, caller)) ?? goneReply(caller, what.line);
    } catch {
      return sentence(say(caller.locale).unavailable, "bad-input");
    }
  }

  listenToForms(app, ears, fresh);

  app.shortcut(MESSAGE_SHORTCUT, async ({ ack, body }) => {
    const asked = fromShortcut(body);
    go(asked, async () => {
      if (!(await fresh(asked))) return;
      const caller = await people.caller(asked);
      const reply = await ask(asked.id, caller, aboutMessage(asked.text, asked.links));
      // A message can be looked at, and its shortcut used, by who may not write below it.
      const open = reply.audience === "channel" && !reply.confidential && !caller.alone;
      const mute = open ? await muteIn(ears, asked) : null;
      await answers.beside(asked, caller, mute ? { ...reply, audience: "caller" } : reply);
    });
    await ack();
  });

  app.shortcut(GLOBAL_SHORTCUT, async ({ ack, body }) => {
    const asked = fromShortcut(body);
    const open = async (): Promise<void> => {
      if (!(await fresh(asked))) return;
      const caller = await people.caller(asked);
      await web.call(asked.workspace, "views.open", { trigger_id: asked.trigger, view: searchView(caller) });
    };
    go(asked, open);
    await ack();
  });

  app.view(SEARCH_VIEW, async ({ ack, body, view }) => {
    const asked = fromShortcut(body);
    if (!(await fresh(asked))) return ack();
    const caller = await people.caller(asked);
    const words = view.state.values[FIELD.block]?.[FIELD.action]?.value?.trim() ?? "";
    if (words === "") {
      await ack({ response_action: "errors", errors: { [FIELD.block]: say(caller.locale).empty } });
      return;
    }
    const answer = ask(asked.id, caller, searchRequest(bot, words)).then(async (reply) =>
      answerView(reply, caller, nonceOf(asked.id), await keep(reply, caller)),
    );
    const early = await Promise.race([answer, ears.clock.sleep(FORM_MS)]);
    if (early) {
      await ack({ response_action: "update", view: early });
      return;
    }
    await ack({
      response_action: "update",
      view: answerView(sentence(say(caller.locale).searching), caller, "wait", new Map()),
    });
    go(asked, async () => {
      await web.call(asked.workspace, "views.update", { view_id: view.id, view: await answer });
    });
  });

  app.event("member_joined_channel", async ({ body, event, context }) => {
    const me = ears.botUser(context.botUserId);
    if (me === undefined || event.user !== me) return;
    const { channel, inviter = "" } = event;
    const workspace = body.team_id;
    const place = { workspace, channel, user: inviter };
    const id = `${channelScope({ platform: "slack", ...place })}:welcome`;
    const greet: Arrival["work"] = async (turn) => {
      // Said in the language of whoever invited it.
      const caller = await people.caller(place);
      await answers.below(
        { id, text: "", ...place },
        { ...caller, alone: true },
        welcome(caller.locale),
        turn,
      );
    };
    go({ id, workspace }, greet, { key: id, for: WELCOMED_MS });
  });

  app.event("app_home_opened", async ({ body, event }) => {
    const workspace = body.team_id;
    const enterprise = "enterprise_id" in body ? String(body.enterprise_id ?? "") : undefined;
    const place = { workspace, enterprise, channel: event.channel, user: event.user, own: true as const };
    if (event.tab === "messages")
      return go({ id: event.event_ts, workspace }, async () => suggest(web, await people.caller(place)));
    if (event.tab !== "home") return;
    const publish = async (): Promise<void> => {
      const caller = await people.caller(place);
      const view = await homeView(bot, caller, nonceOf(event.event_ts), inbox, (home) => keep(home, caller));
      await web.call(workspace, "views.publish", { user_id: event.user, view });
    };
    go({ id: event.event_ts, workspace }, publish);
  });

  app.event("app_uninstalled", async ({ body }) =>
    go({ id: body.event_id, workspace: body.team_id }, () => ears.removed(body.team_id, body.event_time)),
  );
  app.event("tokens_revoked", async ({ body, event }) => {
    if ((event.tokens.bot ?? []).length > 0)
      go({ id: body.event_id, workspace: body.team_id }, () => ears.removed(body.team_id, body.event_time));
  });
}
