/** Mentions and direct messages, answered as a reply to the message. */
import { type APIChannel, type GatewayMessageCreateDispatchData, type REST, Routes } from "discord.js";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { discord as say } from "../../src/i18n/discord.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import { type Reply, sentence } from "../../src/reply.ts";
import { channelScope, workspaceScope } from "../../src/state/scope.ts";
import { again, shown } from "./answer.ts";
import { carries } from "./buttons.ts";
import { drawn } from "./draw.ts";
import { answersQuietly, callsRole, speaker, wordsFor } from "./hear.ts";
import { render } from "./render.ts";
import type { Surroundings } from "./surroundings.ts";

interface Needs {
  readonly rest: REST;
  readonly bot: Bot;
  readonly inbox: Inbox;
  readonly buttons: Buttons;
  around(): Surroundings;
}

/** As Discord replays what a session has missed. */
const REPLAYED_MS = 300_000;

/** @returns a function that answers one message if it is for the bot, and never rejects */
export function createMentions({ rest, bot, inbox, buttons, around }: Needs) {
  /** What others would read where it was asked goes to the person's direct messages. */
  async function directly(caller: Caller, reply: Reply, nonce: string): Promise<void> {
    const direct = await again(() =>
      rest.post(Routes.userChannels(), { body: { recipient_id: caller.user } }),
    );
    const { body, files } = render(reply, await buttons.keep(reply, caller, carries));
    const route = Routes.channelMessages((direct as APIChannel).id);
    await again(() => rest.post(route, { body: { ...body, nonce, enforce_nonce: true }, files: [...files] }));
  }

  return async (message: GatewayMessageCreateDispatchData): Promise<void> => {
    const surroundings = around();
    const said = wordsFor(message, surroundings.self);
    if (said === null && !callsRole(message, surroundings)) return;
    const caller = speaker(message, said ?? "", surroundings);
    await inbox.take({
      id: message.id,
      workspace: workspaceScope(caller),
      once: { key: `${channelScope(caller)}:${message.id}`, for: REPLAYED_MS },
      work: async () => {
        const quiet = said !== null && answersQuietly(message, surroundings.self);
        if (quiet && !(await bot.goesOn({ id: message.id, caller, said, answering: true }))) return;
        const answer =
          said === null
            ? sentence(say(caller.locale).role)
            : await inbox.ask(bot, { id: message.id, caller, said });
        const open = message.guild_id === undefined || !answer.confidential;
        if (!open) await directly(caller, answer, message.id);
        const reply = open ? answer : sentence(say(caller.locale).inDirect);
        const rendered = await drawn(reply, await buttons.keep(reply, caller, carries));
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
      },
    });
  };
}
