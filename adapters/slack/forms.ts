/** Forms: a button opens one, and what was filled in is done where the person may; what is wrong is said at its field. */
import type { App } from "@slack/bolt";
import type { Caller } from "../../src/command.ts";
import { slack as say } from "../../src/i18n/slack.ts";
import { type Action, placed, type Reply, sentence } from "../../src/reply.ts";
import { nonceOf } from "./answer.ts";
import { carries } from "./buttons.ts";
import { changesChannel, type Ears, muteIn, presser } from "./ears.ts";
import { filledIn, formView } from "./form-view.ts";
import { answerView, searchView } from "./home.ts";
import { type Click, fromShortcut, type SlackRequest } from "./receive.ts";
import { FORM_VIEW } from "./surface.ts";

/** Slack waits three seconds; what takes longer than this goes on behind a form that is closed. */
const SUBMIT_MS = 1_500;

/**
 * Opens the form of a line; who may not have it is told so beside the button.
 * @param place where the answer to what is filled in goes
 */
export async function openForm(
  ears: Ears,
  click: Click,
  line: string,
  place: Action["place"],
): Promise<void> {
  const { bot, people, answers, web } = ears;
  const caller = await presser(ears, click, line, await people.caller(click));
  if (line === "search") {
    // What is found is shown in the form's own place.
    const view = searchView(caller);
    await web.call(click.workspace, "views.open", { trigger_id: click.trigger, view });
    return;
  }
  const form = await bot.form({ id: click.id, caller, line });
  if (!("fields" in form)) return answers.click(click, { ...caller, name: "" }, form, "new");
  const view = formView(form, click, place, caller.direct === true);
  // In a modal it lies on top.
  const method = click.view?.type === "modal" ? "views.push" : "views.open";
  await web.call(click.workspace, method, { trigger_id: click.trigger, view });
}

/** @param fresh whether nobody sent this before */
export function listenToForms(app: App, ears: Ears, fresh: (asked: SlackRequest) => Promise<boolean>): void {
  const { bot, people, answers, inbox, clock, web } = ears;
  const viewOf = async (reply: Reply, caller: Caller, id: string) =>
    answerView(reply, caller, nonceOf(id), await ears.buttons.keep(reply, caller, carries));

  app.view(FORM_VIEW, async ({ ack, body, view }) => {
    const asked = fromShortcut(body);
    const read = filledIn(view);
    if (!read || !(await fresh(asked))) return ack({ response_action: "clear" });
    const { origin, filled } = read;
    const { channel: chosen, ...values } = filled;
    const channel = chosen || origin.channel;
    // Rights are asked anew, and where the line is for.
    const caller = await people.caller({ ...asked, channel, thread: undefined });
    const request = { id: asked.id, caller, line: origin.line, filled: values };
    const form = await bot.form(request);
    const fields = Object.keys(filled);
    const wrong = "fields" in form ? faultsOf(form.fields, fields) : { [fields[0] ?? ""]: form.summary };
    const shares = origin.place === "channel";
    const at = { workspace: asked.workspace, channel };
    const lacks = shares ? await ears.missing(at, caller.locale).catch(() => null) : null;
    // Who sent it may only see the channel; another one may be any whose id they know.
    const changes = changesChannel(bot, origin.line);
    const asks = lacks === null && (shares || changes || channel !== origin.channel) && !caller.alone;
    const mute = asks ? await muteIn(ears, { ...asked, channel }) : null;
    const why = lacks ?? (mute && say(caller.locale).mute[mute]);
    if (why) wrong[fields.includes("channel") ? "channel" : (fields[0] ?? "")] = why;
    if (Object.keys(wrong).length > 0) return ack({ response_action: "errors", errors: wrong });

    const back: Click = {
      ...asked,
      ...{ actionId: "", value: undefined, key: asked.id, trigger: undefined },
      ...{ channel: origin.channel, thread: origin.thread, ephemeral: origin.ephemeral },
      responseUrl: origin.responseUrl,
    };
    const work = inbox.ask(bot, request).then(async (reply) => {
      if (!shares || reply.outcome !== "answered")
        return channel === origin.channel ? reply : placed(reply, channel);
      const { name } = await people.person(asked);
      const there: Click = { ...back, channel, thread: undefined, responseUrl: undefined };
      await answers.click(there, { ...caller, name }, reply, "channel");
      return placed(sentence(say(caller.locale).shared), channel);
    });
    const early = await Promise.race([work, clock.sleep(SUBMIT_MS)]);
    if (early?.outcome === "bad-input")
      return ack({ response_action: "errors", errors: { [fields[0] ?? ""]: early.summary } });
    // The Home has no message whose place the answer could take.
    if (origin.channel === "") {
      const shown = early ?? sentence(say(caller.locale).searching);
      await ack({ response_action: "update", view: await viewOf(shown, caller, asked.id) });
      if (early === undefined)
        void inbox.take({
          ...{ id: asked.id, workspace: asked.workspace },
          work: async () => {
            const answer = await viewOf(await work, caller, asked.id);
            await web.call(asked.workspace, "views.update", { view_id: view.id, view: answer });
          },
        });
      return;
    }
    await ack({ response_action: "clear" });
    const give = async (): Promise<void> => {
      const to = { ...caller, channel: origin.channel, name: "" };
      await answers.click(back, to, await work, shares ? "new" : origin.place);
    };
    void inbox.take({ id: asked.id, workspace: asked.workspace, work: give });
  });
}

function faultsOf(
  fields: readonly { readonly name: string; readonly fault?: string }[],
  shown: readonly string[],
): Record<string, string> {
  const wrong = fields.filter(({ name, fault }) => fault !== undefined && shown.includes(name));
  return Object.fromEntries(wrong.map(({ name, fault }) => [name, fault ?? ""]));
}
