/** Webhooks of many processes on one real Redis. */
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { openStore } from "../../src/state/open.ts";
import { startRedis } from "../redis.ts";
import { until } from "../until.ts";
import { openReceiver } from "./receiver.ts";
import { article, openRig } from "./rig.ts";

test("two processes on one Redis send each delivery once", async () => {
  const [redis, receiver] = await Promise.all([startRedis(), openReceiver()]);
  const store = openStore({ REDIS_URL: redis.url, SCO_DATA_DIR: "" } as never, systemClock);
  const shared = await openRig("2025-06-20T12:00:00Z", store, [receiver.host]);
  try {
    await shared.ask(`following --webhook=${receiver.url}`, { operates: true });
    await shared.ask("watch railway");
    for (let n = 0; n < 2; n += 1) shared.process();
    for (let n = 0; n < 5; n += 1) {
      shared.doors.library.put([article(`r${n}`, `Railway number ${n}`, "2025-06-20T12:00:01Z")]);
      await until(() => receiver.received.length >= n + 2);
    }
    await until(async () => (await store.list("outbox:slack/T1/C1/webhook:")).length === 0);
    expect(receiver.received).toHaveLength(6);
    expect(new Set(receiver.received.map(({ delivery }) => delivery)).size).toBe(6);
  } finally {
    await shared.stop();
    await store.close();
    await Promise.all([redis.stop(), receiver.close()]);
  }
}, 30_000);
