/** Answers one interaction exactly once: straight away when the answer is quick, else deferred and then edited. */
import { DiscordAPIError, HTTPError, type REST, Routes } from "discord.js";
import type { Clock } from "../../src/clock.ts";
import { createTally } from "../../src/inbox/tally.ts";
import { type Body, type Rendered, renderSentence } from "./render.ts";

export interface Answer {
  readonly rendered: Rendered;
  /** One plain sentence, sent when Discord refuses the rendered body. */
  readonly summary: string;
  readonly ephemeral: boolean;
  /** Takes the place of the message whose button was pressed. */
  readonly inPlace: boolean;
}

/** What is known before the answer: a deferral has to say who will see it. */
export type Plan = Pick<Answer, "ephemeral" | "inPlace">;

export interface Interaction {
  readonly id: string;
  /** The server that it comes from; direct messages have none. */
  readonly workspace: string;
  readonly token: string;
  readonly application: string;
}

/** An answer that takes longer is announced ("thinking…"); Discord gives up at 3,000 ms. */
const PATIENCE_MS = 400;
/**
 * With more than these of a server at work each is deferred first: everybody hears something at once, and the
 * announcements do not queue behind the answers.
 */
const CROWD = 6;
const RESPOND = { reply: 4, deferReply: 5, deferUpdate: 6, update: 7 } as const;
const EPHEMERAL = 64;
const ALREADY_ACKNOWLEDGED = 40060;

/**
 * @returns a function that resolves when the person has the answer, and rejects when Discord refuses it; `claim`
 * tells whether this process answers, and in a crowd nobody waits for it to hear something
 */
export function createAnswering({ rest, clock }: { rest: REST; clock: Clock }) {
  const working = createTally();
  let acknowledging = 0;
  const waitingForCalm: (() => void)[] = [];

  return async (
    to: Interaction,
    plan: Plan,
    claim: () => Promise<boolean>,
    work: () => Promise<Answer>,
  ): Promise<void> => {
    working.add(to.workspace, 1);
    try {
      let known: boolean | undefined;
      const mine = claim().then((first) => {
        known = first;
        return first;
      });
      // Events come in bursts; those that came together are counted before the first is worked on.
      await clock.sleep(0);
      if (working.of(to.workspace) > CROWD && known !== false) {
        await defer(to, plan);
        if (!(await mine)) return;
        await calm();
        return await follow(to, plan, await work());
      }
      if (!(await mine)) return;
      const coming = work();
      coming.catch(() => undefined);
      const quick = await Promise.race([coming, clock.sleep(PATIENCE_MS).then(() => null)]);
      if (quick) return await atOnce(to, quick);
      await defer(to, plan);
      await calm();
      await follow(to, plan, await coming);
    } finally {
      working.add(to.workspace, -1);
    }
  };

  async function atOnce(to: Interaction, answer: Answer): Promise<void> {
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
  async function defer(to: Interaction, plan: Plan): Promise<void> {
    const type = plan.inPlace ? RESPOND.deferUpdate : RESPOND.deferReply;
    const data = plan.ephemeral && !plan.inPlace ? { data: { flags: EPHEMERAL } } : {};
    await acknowledge(to, { type, ...data }).catch((error) => {
      if (codeOf(error) !== ALREADY_ACKNOWLEDGED) throw error;
    });
  }

  /** Resolves when no acknowledgement is under way, or has waited long enough for that. */
  async function calm(): Promise<void> {
    if (acknowledging === 0) return;
    const quiet = new Promise<void>((resolve) => waitingForCalm.push(resolve));
    await Promise.race([quiet, clock.sleep(PATIENCE_MS)]);
  }

  async function follow(to: Interaction, plan: Plan, answer: Answer): Promise<void> {
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
    acknowledging += 1;
    try {
      await again(() => rest.post(route, { auth: false, body, files: [...files] }));
    } finally {
      acknowledging -= 1;
      if (acknowledging === 0) for (const go of waitingForCalm.splice(0)) go();
    }
  }

  function edit(to: Interaction, body: Body, files: Rendered["files"]): Promise<unknown> {
    return again(() => rest.patch(original(to), { auth: false, body, files: [...files] }));
  }
}

/** Tries the whole answer; should Discord find a fault in it, at least its sentence. */
export async function shown<T>(
  { rendered, summary }: Pick<Answer, "rendered" | "summary">,
  send: (body: Body, files: Rendered["files"]) => Promise<T>,
): Promise<T> {
  try {
    return await send(rendered.body, rendered.files);
  } catch (error) {
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

const INVALID_BODY = 50035;

/** Discord's own number of an error (10062: unknown interaction), undefined for others. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof DiscordAPIError ? Number(error.code) : undefined;
}

function original({ application, token }: Interaction): `/${string}` {
  return Routes.webhookMessage(application, token, "@original");
}
