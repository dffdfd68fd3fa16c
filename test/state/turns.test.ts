/** However much others have in a workspace, nobody waits for a look through it. */
import { expect, test } from "@jest/globals";
import { clockAt } from "../../src/clock.ts";
import type { Caller, Context } from "../../src/command.ts";
import { following } from "../../src/delivery/following.ts";
import { listDeliveries } from "../../src/delivery/list.ts";
import { ownOf } from "../../src/delivery/own.ts";
import { forgetPerson } from "../../src/state/forget.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { tooLong } from "../bench/turns.ts";

const limits = { turnMs: 50, wholeMs: 10_000 };
const clock = clockAt(Date.parse("2026-06-01T00:00:00Z"));
const caller: Caller = {
  ...{ platform: "slack", workspace: "T1", channel: "C1", user: "U1", locale: "en", zone: "UTC" },
  ...{ manages: true, operates: false },
};
const common = { platform: "slack", workspace: "T1", zone: "UTC", locale: "en" };

test("what one asks of a workspace that has a hundred thousand rows", async () => {
  const store = memoryStore(clock);
  const put = async (rows: readonly (readonly [string, unknown])[]): Promise<void> => {
    for (let at = 0; at < rows.length; at += 1_000)
      await store.commit({ set: Object.fromEntries(rows.slice(at, at + 1_000)) });
  };
  const each = <T>(n: number, make: (n: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at));
  await put(
    each(80_000, (n) => [
      `saved:slack/T1/@P${n % 800}:a${n}`,
      { article: `a${n}`, at: 1, by: `P${n % 800}` },
    ]),
  );
  await put(
    each(6_000, (n) => {
      const [id, channel] = [n.toString(36).padStart(6, "a"), `C${n % 300}`];
      return [
        `watch:slack/T1/${channel}:${id}`,
        { ...common, id, channel, query: `gas ${n}`, every: 30, by: `P${n}` },
      ];
    }),
  );
  await put(
    each(20_000, (n) => {
      const at = 1_700_000_000_000 + n;
      const done = { id: `x${n}`, kind: "watch", title: "watch x", due: 1, at, state: "sent" };
      return [`done:slack/T1/C1:${String(at).padStart(15, "0")}-x${n}`, done];
    }),
  );
  const ctx = { caller, store, clock } as unknown as Context;
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    "forget me": () => forgetPerson(store, caller),
    unwatch: () => ownOf("zzzzzz", ctx),
    following: () => following(ctx),
    deliveries: () => listDeliveries(ctx),
  };
  const slow: string[] = [];
  for (const [what, act] of Object.entries(acts)) {
    await act();
    const fault = await tooLong(act, limits);
    if (fault) slow.push(`${what}: ${fault}`);
  }
  expect(slow).toEqual([]);
  const { data } = await listDeliveries(ctx);
  expect((data as { deliveries: { id: string }[] }).deliveries.map(({ id }) => id).slice(0, 2)).toEqual([
    "x19999",
    "x19998",
  ]);
}, 120_000);
