/** Slash commands, completion and buttons: from the gateway's payload to the one answer. */
import { type APIInteraction, type REST, Routes } from "discord.js";
import type { Bot, Request } from "../../src/bot.ts";
import type { Clock } from "../../src/clock.ts";
import type { Caller, Completion } from "../../src/command.ts";
import { reasonOf } from "../../src/errors.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Log } from "../../src/log.ts";
import { type Reply, sentence } from "../../src/reply.ts";
import { type Answer, codeOf, createAnswering, type Interaction, type Plan } from "./answer.ts";
import { carries, type Pressed } from "./buttons.ts";
import { clean, isBlank, oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import { COMMAND } from "./limits.ts";
import { type Received, receive, type Surroundings } from "./receive.ts";
import { render } from "./render.ts";
import { say } from "./words.ts";

interface Needs {
  readonly rest: REST;
  readonly bot: Bot;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly buttons: Buttons;
  around(): Surroundings;
  first(id: string): Promise<boolean>;
}

/** Answers that everybody sees unless the caller asks otherwise; only a guess for the deferral, the reply decides. */
const USUALLY_PUBLIC = new Set(["digest"]);
const COMPLETION = 8;
const COMPLETION_PATIENCE_MS = 2_000;
const TOO_LATE = 10062;

/** @returns a function that answers one interaction and never rejects */
export function createInteractions(needs: Needs) {
  const { rest, bot, clock, log, signal, buttons, around, first } = needs;
  const answer = createAnswering({ rest, clock });

  return async (interaction: APIInteraction): Promise<void> => {
    try {
      const received = receive(interaction, around());
      if (!received) return;
      if (received.ask.kind === "complete") return await complete(received, received.ask);
      const { id, token, application_id: application } = interaction;
      const to = { id, token, application, workspace: received.caller.workspace };
      if (received.ask.kind === "command") await command(to, received.ask.request);
      else await press(to, received, received.ask);
    } catch (error) {
      const late = codeOf(error) === TOO_LATE;
      log.warn(
        { id: interaction.id, reason: reasonOf(error) },
        late ? "an answer came too late for Discord" : "an answer could not be given",
      );
    }
  };

  function mine(to: Interaction): () => Promise<boolean> {
    return () => first(to.id);
  }

  function command(to: Interaction, request: Request): Promise<void> {
    const { command: name = "", values = {} } = "command" in request ? request : {};
    const plan = { ephemeral: !(values.public === true || USUALLY_PUBLIC.has(name)), inPlace: false };
    return answer(to, plan, mine(to), async () => {
      const reply = await bot.handle(request, signal);
      return dressed(reply, request.caller, { ephemeral: reply.audience === "caller", inPlace: false });
    });
  }

  async function press(
    to: Interaction,
    { caller }: Received,
    { pressed, message }: { pressed: Pressed; message: string },
  ): Promise<void> {
    const { place } = pressed;
    const plan = { ephemeral: place !== "channel", inPlace: place === "here" };
    await answer(to, plan, mine(to), async () => {
      const alone = (text: string) => dressed(sentence(text), caller, { ephemeral: true, inPlace: false });
      const line = await lineOf(pressed, caller).catch(() => null);
      if (line === null) return alone(say(caller.locale).broken);
      if (line === undefined) return alone(say(caller.locale).gone);
      if (place === "channel" && !(await first(`share:${message}:${line}`)))
        return alone(say(caller.locale).shared);
      const reply = await bot.handle({ id: to.id, caller, line }, signal);
      // A refusal must not wipe out the message whose button was pressed.
      const failed = reply.outcome === "bad-input";
      return dressed(reply, caller, failed ? { ephemeral: true, inPlace: false } : plan);
    });
  }

  async function lineOf({ line, name }: Pressed, caller: Caller): Promise<string | undefined> {
    return name === undefined ? line : buttons.find(name, caller);
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

  async function dressed(reply: Reply, caller: Caller, plan: Plan): Promise<Answer> {
    const rendered = render(reply, await buttons.keep(reply, caller, carries));
    return { rendered, summary: reply.summary, ...plan };
  }
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
