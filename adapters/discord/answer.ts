/** Answers one interaction exactly once: straight away, or in the place of the "thinking…" that announced it. */
import { DiscordAPIError, HTTPError, type REST, Routes } from "discord.js";
import { type Body, type Rendered, renderSentence } from "./render.ts";

export interface InteractionAnswer {
  readonly rendered: Rendered;
  /** One plain sentence, sent when Discord refuses the rendered body. */
  readonly summary: string;
  readonly ephemeral: boolean;
  /** Takes the place of the message whose button was pressed. */
  readonly inPlace: boolean;
}

/** What is known before the answer: a deferral has to say who will see it. */
export type AnswerPlan = Pick<InteractionAnswer, "ephemeral" | "inPlace">;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly application: string;
}

const RESPOND = { reply: 4, deferReply: 5, deferUpdate: 6, update: 7 } as const;
const EPHEMERAL = 64;
const ALREADY_ACKNOWLEDGED = 40060;

export interface Answering {
  /** Shows "thinking…". */
  defer(to: Interaction, plan: AnswerPlan): Promise<void>;
  /** Resolves when the person has the answer, and rejects when Discord refuses it. @param deferred whether they see "thinking…" */
  give(to: Interaction, plan: AnswerPlan, answer: InteractionAnswer, deferred: boolean): Promise<void>;
}

export function createAnswering({ rest }: { rest: REST }): Answering {
  return {
    defer,
    give: (to, plan, answer, deferred) => (deferred ? follow(to, plan, answer) : atOnce(to, answer)),
  };

  async function atOnce(to: Interaction, answer: InteractionAnswer): Promise<void> {
    const type = answer.inPlace ? RESPOND.update : RESPOND.reply;
    const flags = answer.ephemeral && !answer.inPlace ? { flags: EPHEMERAL } : {};
    await shown(answer, async (body, files) => {
      try {
        await acknowledge(to, { type, data: { ...body, ...flags } }, files);
      } catch (error) {
        // The first try arrived although its reply was lost; editing with the same body changes nothing else.
        if (codeOf(error) !== ALREADY_ACKNOWLEDGED) throw error;
        await edit(to, body, files);
      }
    });
  }

  /** Shows "thinking…"; that it is shown already is as good. */
  async function defer(to: Interaction, plan: AnswerPlan): Promise<void> {
    const type = plan.inPlace ? RESPOND.deferUpdate : RESPOND.deferReply;
    const data = plan.ephemeral && !plan.inPlace ? { data: { flags: EPHEMERAL } } : {};
    await acknowledge(to, { type, ...data }).catch((error) => {
      if (codeOf(error) !== ALREADY_ACKNOWLEDGED) throw error;
    });
  }

  async function follow(to: Interaction, plan: AnswerPlan, answer: InteractionAnswer): Promise<void> {
    const asPlanned = plan.inPlace ? answer.inPlace : answer.ephemeral === plan.ephemeral;
    // A deferral's audience cannot be changed: it is taken back and the answer follows on its own.
    if (asPlanned || (!plan.inPlace && !(await takenBack(to)))) {
      await shown(answer, (body, files) => edit(to, body, files));
      return;
    }
    const flags = answer.ephemeral ? { flags: EPHEMERAL } : {};
    await shown(answer, (body, files) =>
      rest.post(Routes.webhook(to.application, to.token), {
        auth: false,
        body: { ...body, ...flags },
        files: [...files],
      }),
    );
  }

  /** Whether the "thinking…" is gone; while it stays, a second message would leave it there for ever. */
  async function takenBack(to: Interaction): Promise<boolean> {
    try {
      await rest.delete(original(to), { auth: false });
      return true;
    } catch {
      return false;
    }
  }

  async function acknowledge(to: Interaction, body: object, files: Rendered["files"] = []): Promise<void> {
    const route = Routes.interactionCallback(to.id, to.token);
    await again(() => rest.post(route, { auth: false, body, files: [...files] }));
  }

  function edit(to: Interaction, body: Body, files: Rendered["files"]): Promise<unknown> {
    return again(() => rest.patch(original(to), { auth: false, body, files: [...files] }));
  }
}

/** Tries the whole answer; should Discord find a fault in it, at least its sentence. */
export async function shown<T>(
  { rendered, summary }: Pick<InteractionAnswer, "rendered" | "summary">,
  send: (body: Body, files: Rendered["files"]) => Promise<T>,
): Promise<T> {
  try {
    return await send(rendered.body, rendered.files);
  } catch (error) {
    if (rendered.withoutFile && error instanceof DiscordAPIError && takesNoFile(error))
      return await send(rendered.withoutFile, []);
    if (!(error instanceof DiscordAPIError) || error.status !== 400 || codeOf(error) !== INVALID_BODY)
      throw error;
    return await send(renderSentence(summary), []);
  }
}

/**
 * Sends once more when the connection broke: the reply or the request was lost.
 * Only for what Discord itself keeps single (an acknowledgement, an edit, a message with a nonce).
 */
export async function again<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof DiscordAPIError || error instanceof HTTPError) throw error;
    return send();
  }
}

/** Too large for this server, or without the permission Attach Files: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
function takesNoFile(error: DiscordAPIError): boolean {
  return error.status === 413 || [40_005, 50_013].includes(codeOf(error) ?? 0);
}

const INVALID_BODY = 50035;

/** Discord's own number of an error (10062: unknown interaction), undefined for others. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError ? Number(error.code) : undefined;
}

function original({ application, token }: Interaction): `/${string}` {
  return Routes.webhookMessage(application, token, "@original");
}
