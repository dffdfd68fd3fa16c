/** `following --webhook=…`: sets up a channel's webhook, with a new secret each time, or ends it. */
import { randomBytes } from "node:crypto";
import type { Context } from "../../command.ts";
import { webhook as say } from "../../i18n/subscriptions.ts";
import { shownAddress } from "../../mask.ts";
import { type Reply, sentence } from "../../reply.ts";
import { readRow } from "../../state/rows.ts";
import { channelScope } from "../../state/scope.ts";
import {
  DAY_MS,
  type Delivery,
  newId,
  outboxKey,
  pauseKey,
  type Webhook,
  waitKey,
  webhookKey,
  webhookScope,
} from "../model.ts";
import { webhookRow } from "../schema.ts";
import { mustManage } from "../subscribe.ts";

const OFF = /^(off|none|stop|关|关闭|停止|выкл|нет|стоп)$/i;

/** @throws BotError "forbidden" for who may not manage the channel, or what is wrong with the address */
export async function changeWebhook(wanted: string, ctx: Context): Promise<Reply> {
  const { caller, store, clock, webhooks } = ctx;
  const words = say(caller.locale);
  mustManage(caller);
  const key = webhookKey(caller);
  const paused = pauseKey(webhookScope(caller));
  if (OFF.test(wanted.trim())) {
    const before = await readRow(store, key, webhookRow, clock.now());
    // What waits for it is ended by that, and by nothing else; only its first message goes at once.
    const end = { since: clock.now(), reason: "ended" };
    await store.commit({
      set: { ...firstOf(before), [key]: undefined, [paused]: end },
      ttl: { [paused]: 2 * DAY_MS },
    });
    return sentence(before ? words.ended : words.none, before ? "answered" : "nothing", { webhook: null });
  }
  const url = wanted.trim();
  await webhooks.check(url, caller.operates);
  const secret = randomBytes(24).toString("base64url");
  const shown = shownAddress(url);
  const known = await store.get(key);
  const unsaid = firstOf(known);
  const hello = helloOf(ctx, words.hello);
  const row: Webhook = {
    ...{ platform: caller.platform, workspace: caller.workspace, channel: caller.channel },
    ...{ sealed: await webhooks.seal({ url, secret }), shown, trusted: caller.operates },
    ...{ by: caller.user, locale: caller.locale, at: clock.now(), hello: outboxKey(hello) },
  };
  const saved = await store.commit({
    when: { [key]: known },
    set: {
      ...unsaid,
      ...{ [key]: row, [paused]: undefined, [waitKey(webhookScope(caller))]: undefined },
      [outboxKey(hello)]: hello,
    },
    at: { [key]: clock.now(), [outboxKey(hello)]: clock.now() },
  });
  // Somebody else set it up at the same moment: whoever comes last is told the secret that holds.
  if (!saved) return changeWebhook(wanted, ctx);
  const text = `${words.saved(new URL(url).host)}${secret}`;
  return {
    ...sentence(text, "answered", { webhook: shown, secret }),
    confidential: true,
    blocks: [
      { kind: "prose", spans: [words.saved(new URL(url).host), { code: secret }] },
      { kind: "prose", spans: [{ dim: words.verify + words.end }] },
    ],
  };
}

/** The first message of a webhook that is replaced or ended; it need not be said any more. */
function firstOf(webhook: unknown): Record<string, undefined> {
  const { hello } = webhookRow.safeParse(webhook).data ?? {};
  return hello === undefined ? {} : { [hello]: undefined };
}

/** The first message, by which somebody sees that it works. */
function helloOf({ caller, clock }: Context, text: string): Delivery {
  const { platform, workspace, channel, user: by, locale, zone } = caller;
  const now = clock.now();
  return {
    ...{
      id: newId(),
      kind: "notice",
      source: channelScope(caller),
      platform,
      target: { workspace, channel },
    },
    ...{ title: "following --webhook", due: now, by, locale, zone, state: "pending", attempt: 0, after: now },
    ...{ to: "webhook", text },
  };
}
