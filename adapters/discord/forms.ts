/** Forms: a button opens one; what was filled in is done where the person may, or asked for again with what was wrong. */
import { type REST, Routes } from "discord.js";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import type { Buttons } from "../../src/inbox/buttons.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import { type Action, placed, type Reply } from "../../src/reply.ts";
import type { Interaction } from "./answer.ts";
import { carries, createIds } from "./buttons.ts";
import { modal } from "./modal.ts";
import { say } from "./words.ts";

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

    async submit(id: string, { line, place, filled, caller, opened }: Submitted): Promise<Reply> {
      const request = { id, caller, line, filled };
      const form = await bot.form(request);
      if (!("fields" in form)) return form;
      const wrong = form.fields.filter(({ fault }) => fault !== undefined);
      if (wrong.length > 0) return faulty(wrong, form.line, place, caller);
      const reply = await inbox.ask(bot, request);
      if (reply.outcome === "bad-input") return withForm(reply, form.line, place, caller);
      return caller.channel === opened.channel ? reply : placed(reply, caller.channel);
    },
  };
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
