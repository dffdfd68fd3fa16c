/** Many interactions at once: everybody hears something first, whatever the store and the connections do. */
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { createAnswering } from "../../adapters/discord/answer.ts";
import { createRest } from "../../adapters/discord/connect.ts";
import { render } from "../../adapters/discord/render.ts";
import { systemClock } from "../../src/clock.ts";
import { sentence } from "../../src/reply.ts";
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

function askMany(claim: (n: number) => Promise<boolean>) {
  const rest = createRest({ token: "test.token", apiUrl: server.apiUrl }, 1_000, createTestLog().log);
  const answer = createAnswering({ rest, clock: systemClock });
  const plan = { ephemeral: true, inPlace: false };
  return Array.from({ length: MANY }, (_, n) => {
    const event = interaction({ type: 2, data: slashData("help", {}) });
    const told = server.tell(event);
    const done = answer(
      { id: event.id, token: event.token, application: BOT.id, workspace: GUILD },
      plan,
      () => claim(n),
      async () => ({ rendered: render(sentence("done")), summary: "done", ...plan }),
    );
    return { told, done };
  });
}

it("nobody waits for the store to hear something; only who this process answers gets more", async () => {
  let decide = () => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const asked = askMany(async (n) => decided.then(() => n % 2 === 0));
  await server.until(() => asked.every(({ told }) => told.acknowledged?.type === 5), "all are deferred");
  decide();
  await Promise.all(asked.map(({ done }) => done));
  expect(asked.map(({ told }) => told.messages[0]?.thinking)).toEqual(asked.map((_, n) => n % 2 === 1));
});

it("what is known to be answered already is not acknowledged again", async () => {
  const asked = askMany(async () => false);
  await Promise.all(asked.map(({ done }) => done));
  expect(asked.filter(({ told }) => told.acknowledged)).toEqual([]);
});

it("a burst shares a few connections instead of opening one for each answer", async () => {
  const asked = askMany(async () => true);
  await Promise.all(asked.map(({ done }) => done));
  expect(server.opened()).toBeLessThanOrEqual(32);
});
