/** One workspace asks very much at once, another one thing: the real program on both platforms. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { slashData } from "../discord/double.ts";
import { interaction } from "../discord/server/people.ts";
import { createDiscordServer, type DiscordServer } from "../discord/server/server.ts";
import { slash, until } from "../slack/person.ts";
import { type Program, startProgram } from "../slack/program.ts";
import { type Slack, startSlack } from "../slack/server.ts";

const MANY = 100;
/** In how many answers of the other's the quiet one must be done; what is under way already is finished first. */
const AHEAD = 25;
let slack: Slack;
let discord: DiscordServer;
let program: Program;
beforeAll(async () => {
  [slack, discord] = await Promise.all([startSlack(), createDiscordServer()]);
  const env = { DISCORD_TOKEN: "test.token", DISCORD_API_URL: discord.apiUrl };
  program = await startProgram(slack, "socket", env);
  await until(() => discord.gateway.sessions > 0 && discord.commands.length > 0, program.said, 30_000);
}, 60_000);
afterAll(async () => {
  expect((await program.end()).code).toBe(0);
  program.clear();
  await Promise.all([slack.close(), discord.close()]);
  expect(program.said()).not.toContain("Warning");
});

test("in Slack the quiet one is answered among the first", async () => {
  const line = "search media forum in Urumqi";
  const noisy = Array.from({ length: MANY }, () => slash(slack, line, { team: "TNOISY", user: "U1" }));
  const quiet = slash(slack, line, { team: "TQUIET", user: "U2" });
  await Promise.all([...noisy, quiet]);
  await until(() => slack.messages.length > MANY, program.said, 20_000);
  expect(slack.messages.findIndex(({ to }) => to === "U2")).toBeLessThan(AHEAD);
}, 40_000);

test("in Discord the quiet one is answered among the first", async () => {
  const order: string[] = [];
  const ask = (server: string) => {
    const asked = {
      ...interaction({ type: 2, data: slashData("search", { query: "media" }) }),
      guild_id: server,
    };
    const told = discord.tell(asked);
    discord.gateway.dispatch("INTERACTION_CREATE", asked);
    return until(
      () => told.messages.length > 0 && told.messages.every(({ thinking }) => !thinking),
      program.said,
      20_000,
    ).then(() => order.push(server));
  };
  await Promise.all([...Array.from({ length: MANY }, () => ask("70001")), ask("70002")]);
  expect(order.indexOf("70002")).toBeLessThan(AHEAD);
}, 40_000);
