/** How a reply reaches whoever asked: beside their command, in their thread, in place of what they clicked, as a modal. */
import type { Clock } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { slack as say } from "../../src/i18n/slack.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { EventHold } from "../../src/inbox/once.ts";
import type { Log } from "../../src/log.ts";
import { type Reply, sentence } from "../../src/reply.ts";
import { carries } from "./buttons.ts";
import { type UploadPlace, withFile } from "./files.ts";
import { answerView } from "./home.ts";
import type { Message } from "./message.ts";
import type { OutgoingMessage, Poster } from "./post.ts";
import type { Click, SlackRequest } from "./receive.ts";
import { render } from "./render.ts";
import { type Response, respond } from "./respond.ts";
import { failureOf, refusesBlocks, type Web } from "./web.ts";

export interface Responder {
  /** Beside a command or shortcut: to the person alone, or to the channel when the reply is for it. */
  beside(asked: SlackRequest, caller: Caller, reply: Reply): Promise<void>;
  /** In the thread of a mention, or in direct messages; posted once per message. */
  below(asked: SlackRequest, caller: Caller, reply: Reply, hold: EventHold): Promise<void>;
  /** To a click: in place, anew, or to the channel, where it says whose click that was. */
  click(
    click: Click,
    caller: Caller & { name: string },
    reply: Reply,
    place: "here" | "new" | "channel",
  ): Promise<void>;
}

export function createAnswers(deps: {
  readonly web: Web;
  readonly poster: Poster;
  readonly buttons: Buttons;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Responder {
  const { web, poster, buttons, clock, log, signal } = deps;

  async function message(reply: Reply, caller: Caller, id: string): Promise<Message> {
    const names = await buttons.keep(reply, caller, carries);
    const reader = reply.reader ?? { locale: caller.locale, zone: caller.zone };
    return render(reply, { reader, nonce: nonceOf(id), names });
  }

  /** Through the response_url; where Slack refuses that, as an ephemeral message; where we are not, directly. */
  async function reach(to: SlackRequest | Click, caller: Caller, response: Response): Promise<void> {
    let why = to.responseUrl ? await respond(to.responseUrl, response, clock, signal) : "no response_url";
    if (why && to.responseUrl && response.simpler && refusesBlocks(why)) {
      log.warn({ why }, "Slack refused its newer blocks; older ones are shown");
      const simpler = { ...response, blocks: response.simpler };
      why = await respond(to.responseUrl, simpler, clock, signal);
    }
    if (why && to.responseUrl && refusesBlocks(why)) {
      log.error({ why }, "Slack refused our blocks");
      const plain = { ...response, blocks: [], text: `${response.text}\n${say(caller.locale).tooLong}` };
      why = await respond(to.responseUrl, plain, clock, signal);
    }
    if (!why) return;
    if (why.startsWith("no reply")) throw new Error(`the answer may not have arrived (${why})`);
    const open = response.response_type === "in_channel";
    const message = { text: response.text, blocks: response.simpler ?? response.blocks };
    try {
      await web.call(to.workspace, open ? "chat.postMessage" : "chat.postEphemeral", {
        channel: to.channel,
        ...(!open && { user: to.user }),
        ...(to.thread && { thread_ts: to.thread }),
        ...message,
        unfurl_links: false,
        unfurl_media: false,
      });
    } catch (error) {
      if (failureOf(error).kind !== "refused") throw error;
      const channel = await poster.channelOf({ workspace: to.workspace, user: to.user });
      await poster.patiently({ ...message, workspace: to.workspace, channel, key: to.id }, 1, () => true);
    }
  }

  /** A file cannot be for one person alone in a channel: it goes to their direct messages. */
  const filed = (reply: Reply, caller: Caller, to: SlackRequest | Click, open: boolean): Promise<Reply> =>
    withFile(reply, () => placeOf(to, open), caller.locale, { web, log });

  async function placeOf(
    { workspace, channel, thread, user }: SlackRequest | Click,
    open: boolean,
  ): Promise<UploadPlace> {
    if (open && channel !== "") return { workspace, channel, thread };
    return { workspace, channel: await poster.channelOf({ workspace, user }) };
  }

  async function beside(asked: SlackRequest, caller: Caller, answer: Reply): Promise<void> {
    const open = answer.audience === "channel" && !answer.confidential;
    const reply = await filed(answer, caller, asked, open);
    const type = open ? "in_channel" : "ephemeral";
    const shown = await message(reply, caller, asked.id);
    await reach(asked, caller, { ...shown, response_type: type, replace_original: false });
  }

  async function below(asked: SlackRequest, caller: Caller, answer: Reply, hold: EventHold): Promise<void> {
    const reply = answer.confidential ? answer : await filed(answer, caller, asked, true);
    if (reply.confidential && !caller.direct) {
      await privately(asked, caller, reply, hold, say(caller.locale).confidential);
      return below({ ...asked, id: `${asked.id}-` }, caller, sentence(say(caller.locale).inDirect), hold);
    }
    const shown = await message(reply, caller, asked.id);
    const letter: OutgoingMessage = { ...shown, ...asked, text: shown.text, key: asked.id, evenUnseen: true };
    const posted = await poster.patiently(letter, hold.again ? 2 : 1, hold.holds);
    if (posted.state === "sent" || (posted.state === "later" && posted.afterMs === 0)) return;
    log.warn({ channel: asked.channel, posted }, "an answer could not be posted where it was asked");
    if (posted.state === "refused" && !caller.direct)
      await privately(asked, caller, reply, hold, say(caller.locale).noPost);
    else throw new Error(`the answer was not posted: ${"reason" in posted ? posted.reason : "rate-limited"}`);
  }

  /** Where the bot may not post, or others would read it, the answer comes as a direct message that says why. */
  async function privately(
    asked: SlackRequest,
    caller: Caller,
    reply: Reply,
    hold: EventHold,
    because: string,
  ): Promise<void> {
    const why = { kind: "prose" as const, spans: [{ dim: because }] };
    const channel = await poster.channelOf({ workspace: asked.workspace, user: asked.user });
    const shown = await message(
      { ...reply, blocks: [why, ...reply.blocks] },
      { ...caller, channel },
      asked.id,
    );
    await poster.patiently({ ...shown, workspace: asked.workspace, channel, key: asked.id }, 1, hold.holds);
  }

  async function click(
    click: Click,
    caller: Caller & { name: string },
    answer: Reply,
    place: "here" | "new" | "channel",
  ): Promise<void> {
    if (click.view) return inView(click, caller, answer, place);
    const alone = answer.confidential === true || answer.own === true;
    const shared = place === "channel" && answer.outcome === "answered" && !alone;
    // What stands where others read it is not replaced by what is for one person alone.
    const open = !click.ephemeral && !caller.alone;
    const here = place === "here" && answer.outcome !== "bad-input" && !(alone && open);
    const reply = await filed(answer, caller, click, shared);
    const shown = await message(shared ? signed(reply, caller) : reply, caller, click.id);
    if (here)
      return reach(click, caller, {
        ...shown,
        response_type: click.ephemeral ? "ephemeral" : "in_channel",
        replace_original: true,
      });
    const thread = click.thread && !shared ? { thread_ts: click.thread } : {};
    const type = shared ? "in_channel" : "ephemeral";
    return reach(click, caller, { ...shown, response_type: type, replace_original: false, ...thread });
  }

  /** A view has no channel: answers open a modal, and in a modal they turn its page or lie on top. */
  async function inView(click: Click, caller: Caller, reply: Reply, place: string): Promise<void> {
    const names = await buttons.keep(reply, caller, carries);
    const view = answerView(reply, caller, nonceOf(click.id), names);
    const { workspace, trigger: trigger_id } = click;
    try {
      if (click.view?.type === "home") await web.call(workspace, "views.open", { trigger_id, view });
      else if (place === "here") await web.call(workspace, "views.update", { view_id: click.view?.id, view });
      else await web.call(workspace, "views.push", { trigger_id, view });
    } catch (error) {
      if (click.view?.type !== "modal") throw error;
      await web.call(workspace, "views.update", { view_id: click.view.id, view });
    }
  }

  return { beside, below, click };
}

/** Who shared it, as plain words: nobody is called. */
function signed(reply: Reply, { name, locale }: Caller & { name: string }): Reply {
  if (name === "") return reply;
  return {
    ...reply,
    blocks: [...reply.blocks, { kind: "prose", spans: [{ dim: say(locale).sharedBy(name) }] }],
  };
}

/** A short word that is another for every rendering. */
export function nonceOf(id: string): string {
  return id.replace(/[^\w]/g, "").slice(-24) || "0";
}

/** What a click gets whose saved line is gone: a sentence, and the search again as far as it is known. */
export function goneReply(caller: Caller, beginning: string): Reply {
  const words = say(caller.locale);
  const reply = sentence(words.gone, "nothing");
  const again = { label: words.again, run: beginning, place: "new" as const };
  return { ...reply, blocks: [...reply.blocks, { kind: "actions", actions: [again] }] };
}
