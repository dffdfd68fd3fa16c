/** Many interactions at once: everybody hears something first, whatever the store and the connections do. */
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { createAnswering } from "../../adapters/discord/answer.ts";
import { createRest } from "../../adapters/discord/connect.ts";
import { render } from "../../adapters/discord/render.ts";
import { systemClock } from "../../src/clock.ts";
import { createInbox } from "../../src/inbox/inbox.ts";
import { sentence } from "../../src/reply.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";
import { createTestLog, slashData } from "./double.ts";
import { BOT, GUILD, interaction } from "./server/people.ts";
import { createDiscordServer, type DiscordServer } from "./server/server.ts";

const MANY = 100;
let server: DiscordServer;
beforeEach(async () => {
  server = await createDiscordServer();
});
afterEach(async () => {
  await server.close();
  expect(server.refused).toEqual([]);
});

function askMany(store: StateStore) {
  const { log } = createTestLog();
  const rest = createRest({ token: "test.token", apiUrl: server.apiUrl }, 1_000, log);
  const answers = createAnswering({ rest });
  const inbox = createInbox({ store, clock: systemClock, log });
  const plan = { ephemeral: true, inPlace: false };
  return Array.from({ length: MANY }, (_, n) => {
    const event = interaction({ type: 2, data: slashData("help", {}) });
    const told = server.tell(event);
    const to = { id: event.id, token: event.token, application: BOT.id };
    const done = inbox.take({
      id: event.id,
      workspace: GUILD,
      once: { key: `discord/${GUILD}/:${n}`, for: 60_000 },
      acknowledge: () => answers.defer(to, plan),
      work: async (turn) =>
        answers.give(
          to,
          plan,
          { rendered: render(sentence("done")), summary: "done", ...plan },
          await turn.acknowledged(),
        ),
    });
    return { told, done };
  });
}
const store = memoryStore(systemClock);

it("in a crowd everybody hears something, also while the store does not answer", async () => {
  const asked = askMany({ ...store, claim: () => new Promise(() => undefined) });
  await Promise.all(asked.map(({ done }) => done));
  const at = asked.map(({ told }) => told.acknowledged?.afterMs ?? Number.POSITIVE_INFINITY);
  expect(Math.max(...at)).toBeLessThan(3_000);
  expect(asked.filter(({ told }) => told.acknowledged?.type === 5).length).toBeGreaterThan(MANY / 2);
  expect(asked.every(({ told }) => told.messages[0]?.thinking === false)).toBe(true);
});

it("what is known to be answered already is not acknowledged again", async () => {
  const asked = askMany({ ...store, claim: async () => false });
  await Promise.all(asked.map(({ done }) => done));
  expect(asked.filter(({ told }) => told.acknowledged)).toEqual([]);
});

it("a burst shares a few connections instead of opening one for each answer", async () => {
  const asked = askMany(store);
  await Promise.all(asked.map(({ done }) => done));
  expect(server.opened()).toBeLessThanOrEqual(32);
});
