/** Slash commands, completion and buttons: from the gateway's payload to the one answer. */
import { type APIInteraction, type REST, Routes } from "discord.js";
import type { Bot, Request } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Caller, Completion } from "../../src/command.ts";
import { reasonOf } from "../../src/errors.ts";
import { discord as say } from "../../src/i18n/discord.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import type { Log } from "../../src/log.ts";
import { type Reply, sentence } from "../../src/reply.ts";
import { channelScope, workspaceScope } from "../../src/state/scope.ts";
import {
  type AnswerPlan,
  codeOf,
  createAnswering,
  type Interaction,
  type InteractionAnswer,
} from "./answer.ts";
import { carries, type Pressed } from "./buttons.ts";
import { drawn } from "./draw.ts";
import { clean, isBlank, oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import { createForms } from "./forms.ts";
import { COMMAND } from "./limits.ts";
import { type Received, receive } from "./receive.ts";
import type { Surroundings } from "./surroundings.ts";

interface Needs {
  readonly rest: REST;
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
  readonly inbox: Inbox;
  readonly buttons: Buttons;
  around(): Surroundings;
}

/** Answers that everybody sees unless the caller asks otherwise. */
const USUALLY_PUBLIC = new Set(["digest"]);
const COMPLETION = 8;
const COMPLETION_PATIENCE_MS = 2_000;
const TOO_LATE = 10062;
/** Discord replays what a session has missed, and forgets a session after a few minutes. */
const REPLAYED_MS = 300_000;

/** @returns a function that answers one interaction and never rejects */
export function createInteractions(needs: Needs) {
  const { rest, bot, clock, log, inbox, buttons, around } = needs;
  const answers = createAnswering({ rest });
  const forms = createForms(needs);

  return async (interaction: APIInteraction): Promise<void> => {
    const received = receive(interaction, around());
    if (!received) return;
    const { id, token, application_id: application } = interaction;
    const to = { id, token, application };
    const { ask, caller, maySpeak } = received;
    if (ask.kind === "complete") return complete(received, ask).catch(late(id));
    const usual = ask.kind === "command" ? planOf(ask.request) : pressedPlan(ask.pressed);
    const plan = maySpeak ? usual : { ...usual, ephemeral: true };
    const scope = channelScope(caller);
    const opens = ask.kind === "press" && ask.pressed.form === true;
    await inbox.take({
      id,
      workspace: workspaceScope(caller),
      once: { key: `${scope}:${id}`, for: REPLAYED_MS },
      // A form can only be the first answer.
      ...(!opens && { acknowledge: () => answers.defer(to, plan) }),
      work: async (turn) => {
        if (opens) return open(to, caller, ask.pressed).catch(late(id));
        const make = () =>
          ask.kind === "command"
            ? answered(ask.request, maySpeak)
            : ask.kind === "press"
              ? press(received, ask, plan, scope)
              : submit(id, caller, ask, plan);
        await answers.give(to, plan, await make(), await turn.acknowledged()).catch(late(id));
      },
    });
  };

  function late(id: string): (error: unknown) => void {
    return (error) => {
      const tooLate = codeOf(error) === TOO_LATE;
      log.warn(
        { event: tooLate ? "answer-too-late" : "answer-refused", id, reason: reasonOf(error) },
        tooLate ? "an answer came too late for Discord" : "an answer could not be given",
      );
    };
  }

  async function answered(request: Request, maySpeak: boolean): Promise<InteractionAnswer> {
    const reply = await inbox.ask(bot, request);
    return dressed(reply, request.caller, {
      ephemeral: reply.audience === "caller" || reply.confidential === true || !maySpeak,
      inPlace: false,
    });
  }

  async function press(
    { id, caller, maySpeak }: Received,
    { pressed, message, open }: Extract<Received["ask"], { kind: "press" }>,
    plan: AnswerPlan,
    scope: string,
  ): Promise<InteractionAnswer> {
    const alone = (text: string) => dressed(sentence(text), caller, ALONE);
    const line = await lineOf(pressed, caller);
    if (typeof line !== "string") return dressed(line, caller, ALONE);
    if (pressed.place === "channel" && !maySpeak) return alone(say(caller.locale).mute);
    const reply = await inbox.ask(bot, { id, caller, line });
    if (isAlone(reply, open)) return dressed(reply, caller, ALONE);
    // Only what may be shared counts as shared.
    if (pressed.place === "channel" && !(await inbox.first(`${scope}:share-${message}-${line}`, REPLAYED_MS)))
      return alone(say(caller.locale).shared);
    return dressed(reply, caller, plan);
  }

  async function open(to: Interaction, caller: Caller, pressed: Pressed): Promise<void> {
    const line = await lineOf(pressed, caller);
    const refusal = typeof line === "string" ? await forms.open(to, caller, line, pressed.place) : line;
    if (refusal) await answers.give(to, ALONE, await dressed(refusal, caller, ALONE), false);
  }

  async function submit(
    id: string,
    caller: Caller,
    { pressed, filled, there, maySpeak, open }: Extract<Received["ask"], { kind: "submit" }>,
    plan: AnswerPlan,
  ): Promise<InteractionAnswer> {
    const line = await lineOf(pressed, caller);
    if (typeof line !== "string") return dressed(line, caller, ALONE);
    const reply = await forms.submit(id, {
      line,
      place: pressed.place,
      filled,
      maySpeak,
      caller: there,
      opened: caller,
    });
    return dressed(reply, caller, isAlone(reply, open) ? ALONE : plan);
  }

  /** The whole line of a button, or what to say where there is none any more. */
  async function lineOf({ line, name }: Pressed, caller: Caller): Promise<string | Reply> {
    try {
      const whole = name === undefined ? line : await buttons.find(name, caller);
      return whole ?? sentence(say(caller.locale).gone);
    } catch {
      return sentence(say(caller.locale).broken);
    }
  }

  async function complete(
    { id, token }: Received,
    { request, option, typed }: Extract<Received["ask"], { kind: "complete" }>,
  ): Promise<void> {
    const found = await Promise.race([
      bot.suggest(request, option, typed),
      clock.sleep(COMPLETION_PATIENCE_MS).then(() => []),
    ]);
    const body = { type: COMPLETION, data: { choices: choices(found) } };
    await rest.post(Routes.interactionCallback(id, token), { auth: false, body });
  }

  async function dressed(reply: Reply, caller: Caller, plan: AnswerPlan): Promise<InteractionAnswer> {
    const rendered = await drawn(reply, await buttons.keep(reply, caller, carries));
    return { rendered, summary: reply.summary, ...plan };
  }
}

/** To the person alone, beside what is there. */
const ALONE: AnswerPlan = { ephemeral: true, inPlace: false };

/**
 * A refusal must not wipe out the message whose button was pressed, nor a secret stand where others read it, nor what is
 * one person's own take the place of what others read.
 * @param open whether others read that message
 */
const isAlone = ({ outcome, confidential, own }: Reply, open: boolean): boolean =>
  outcome === "bad-input" || confidential === true || (own === true && open);

/** What is known before the answer; only a guess for the deferral, the reply decides. */
function planOf(request: Request): AnswerPlan {
  const { command = "", values = {} } = "command" in request ? request : {};
  return { ephemeral: !(values.public === true || USUALLY_PUBLIC.has(command)), inPlace: false };
}

function pressedPlan({ place, form }: Pressed): AnswerPlan {
  // What a form shares is posted where it says; the answer is for the person alone.
  return { ephemeral: place !== "channel" || form === true, inPlace: place === "here" };
}

function choices(found: readonly Completion[]): { name: string; value: string }[] {
  const offered = new Map<string, string>();
  for (const one of found) {
    const { value: whole, shown } = typeof one === "string" ? { value: one, shown: one } : one;
    // The beginning of a long title still finds it.
    const value = clean(whole.slice(0, COMMAND.choice)).replace(/\ufffd$/, "");
    const name = fit(oneLine(shown), COMMAND.choice);
    if (!isBlank(name) && !isBlank(value) && !offered.has(value)) offered.set(value, name);
  }
  return [...offered].slice(0, COMMAND.choices).map(([value, name]) => ({ name, value }));
}
