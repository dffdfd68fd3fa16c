/** Mentions and direct messages, answered as a reply to the message. */
import { type GatewayMessageCreateDispatchData, type REST, Routes } from "discord.js";
import type { Bot } from "../../src/bot.ts";
import { reasonOf } from "../../src/errors.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Log } from "../../src/log.ts";
import { again, shown } from "./answer.ts";
import { carries } from "./buttons.ts";
import { speaker, wordsFor } from "./hear.ts";
import type { Surroundings } from "./receive.ts";
import { render } from "./render.ts";

interface Needs {
  readonly rest: REST;
  readonly bot: Bot;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly buttons: Buttons;
  around(): Surroundings;
  first(id: string): Promise<boolean>;
}

/** @returns a function that answers one message if it is for the bot, and never rejects */
export function createMentions({ rest, bot, log, signal, buttons, around, first }: Needs) {
  return async (message: GatewayMessageCreateDispatchData): Promise<void> => {
    const surroundings = around();
    const said = wordsFor(message, surroundings.self);
    if (said === null) return;
    try {
      if (!(await first(message.id))) return;
      const caller = speaker(message, said, surroundings);
      const reply = await bot.handle({ id: message.id, caller, said }, signal);
      const rendered = render(reply, await buttons.keep(reply, caller, carries));
      await shown({ rendered, summary: reply.summary }, (body, files) =>
        again(() =>
          rest.post(Routes.channelMessages(message.channel_id), {
            body: {
              ...body,
              message_reference: { message_id: message.id, fail_if_not_exists: false },
              // Sent again when a reply is lost; with these Discord keeps only one.
              nonce: message.id,
              enforce_nonce: true,
            },
            files: [...files],
          }),
        ),
      );
    } catch (error) {
      log.warn({ id: message.id, reason: reasonOf(error) }, "a message could not be answered");
    }
  };
}
