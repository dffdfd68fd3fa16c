/** Forms: a button opens one; what was filled in is done where the person may, or asked for again with what was wrong. */
import { DiscordAPIError, type REST, Routes } from "discord.js";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { discord as say } from "../../src/i18n/discord.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import { type Action, placed, type Reply, sentence } from "../../src/reply.ts";
import type { Interaction } from "./answer.ts";
import { carries, createIds } from "./buttons.ts";
import { modal } from "./modal.ts";
import { render } from "./render.ts";

interface Needs {
  readonly rest: REST;
  readonly bot: Bot;
  readonly inbox: Inbox;
  readonly buttons: Buttons;
}

export interface Submitted {
  readonly line: string;
  /** Where the answer goes. */
  readonly place: Action["place"];
  readonly filled: Readonly<Record<string, string>>;
  /** For the channel that was chosen. */
  readonly caller: Caller;
  /** Whether the person may write in that channel. */
  readonly maySpeak: boolean;
  /** Where the form was opened. */
  readonly opened: Caller;
}

const MODAL = 9;

export function createForms({ rest, bot, inbox, buttons }: Needs) {
  return {
    /** Opens the form of a line; answers with the refusal where there is none. */
    async open(
      to: Interaction,
      caller: Caller,
      line: string,
      place: Action["place"],
    ): Promise<Reply | undefined> {
      const form = await bot.form({ id: to.id, caller, line });
      if (!("fields" in form)) return form;
      const again: Action = { label: "", run: form.line, place, form: form.line };
      const asButton: Reply = {
        ...{ summary: "", audience: "caller", outcome: "answered" },
        blocks: [{ kind: "actions", actions: [again] }],
      };
      const customId = createIds(await buttons.keep(asButton, caller, carries))(again);
      await rest.post(Routes.interactionCallback(to.id, to.token), {
        auth: false,
        body: { type: MODAL, data: modal(form, customId, caller.workspace !== "") },
      });
      return undefined;
    },

    async submit(id: string, asked: Submitted): Promise<Reply> {
      const { line, place, filled, caller, opened } = asked;
      const request = { id, caller, line, filled };
      const form = await bot.form(request);
      if (!("fields" in form)) return form;
      const wrong = form.fields.filter(({ fault }) => fault !== undefined);
      if (wrong.length > 0) return faulty(wrong, form.line, place, caller);
      const reply = await inbox.ask(bot, request);
      if (reply.outcome === "bad-input") return withForm(reply, form.line, place, caller);
      if (place === "channel") return shared(id, reply, asked);
      return caller.channel === opened.channel ? reply : placed(reply, caller.channel);
    },
  };

  /** Posts it where the person chose and may write themselves; the answer says where it is. */
  async function shared(id: string, reply: Reply, { caller, maySpeak }: Submitted): Promise<Reply> {
    const words = say(caller.locale);
    if (!maySpeak) return placed(sentence(words.mute, "bad-input"), caller.channel);
    const { body, files } = render(reply, await buttons.keep(reply, caller, carries));
    try {
      await rest.post(Routes.channelMessages(caller.channel), {
        body: { ...body, nonce: id, enforce_nonce: true },
        files: [...files],
      });
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status >= 500) throw error;
      return placed(sentence(words.unseen, "bad-input"), caller.channel);
    }
    return placed(sentence(words.posted), caller.channel);
  }
}

/** A modal is gone once it was sent: what was wrong stands in a message, with a button that opens it as it was. */
function faulty(
  wrong: readonly { readonly label: string; readonly fault?: string }[],
  line: string,
  place: Action["place"],
  caller: Caller,
): Reply {
  const told = wrong.map(({ label, fault = "" }) => ({ label, fault }));
  const summary = told.map(({ label, fault }) => `${label}: ${fault}`).join(" ");
  return withForm(
    {
      ...{ summary, audience: "caller", outcome: "bad-input" },
      blocks: told.map(({ label, fault }) => ({
        kind: "prose" as const,
        spans: [{ strong: label }, `: ${fault}`],
      })),
    },
    line,
    place,
    caller,
  );
}

function withForm(reply: Reply, line: string, place: Action["place"], { locale }: Caller): Reply {
  const again: Action = { label: say(locale).correct, run: line, place, form: line };
  return { ...reply, blocks: [...reply.blocks, { kind: "actions", actions: [again] }] };
}
