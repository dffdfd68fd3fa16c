/** Thirty jobs of press officers, analysts and journalists, as they would first say them: in a mention and in the terminal. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createReader } from "../../src/understand/understand.ts";
import { type Desk, openDesk } from "../desk.ts";

const NOW = Date.parse("2026-06-10T02:00:00Z");

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** What is said, what was shown before, and the lines of which each does the job. */
const JOBS: readonly (readonly [said: string, lines: RegExp, before?: string])[] = [
  ["what did the health ministers agree on", /^ask /],
  ["weekly summary in Russian", /^digest 2026-06-04\.\.2026-06-10 locale:ru$/],
  ["give me the original link", /^read 62hrk --brief$/, "read 62hrk"],
  ["every Monday only Chinese articles on energy", /^daily 09:00 days:mon topic:"energy lang:zh"$/],
  ["who said “health is the common pursuit”", /^(?:ask|search) /],
  ["what changed since yesterday", /^(?:new|digest 2026-06-09\.\.2026-06-10)$/],
  ["post 62hrk in #press", /^read 62hrk$/],
  ["translate the headline of 62hrk", /^read 62hrk --translate$/],
  ["every weekday at 8:30 post a digest here", /^daily 08:30 days:mon-fri$/],
  ["5月26日的摘要", /^digest 2026-05-26$/],
  ["trade volume 2024", /^search trade(?: volume)? on:2024$/],
  ["2024年中国与上合国家的贸易额是多少", /^ask /],
  ["какой был товарооборот Китая со странами ШОС в 2024 году", /^ask /],
  ["compare the two polls", /^compare /],
  ["how many support local currencies", /^ask /],
  ["how many articles mention Xinjiang", /^coverage Xinjiang$/],
  ["articles about Tajikistan since 28 May", /^search Tajikistan after:2026-05-28$/],
  ["everything on the Urumqi forum in the order it happened", /^story Urumqi forum$/],
  ["export these results as CSV", /^search media forum as:csv$/, "search media forum"],
  ["which countries are members of the SCO", /^ask /],
  ["who is Nurgaliyev", /^ask /],
  ["кто такой Нургалиев", /^ask /],
  ["when is the Astana summit", /^ask /],
  ["what did Sohail Khan say about the media", /^(?:ask|quotes) /],
  ["show me the full interview with Sohail Khan", /^(?:read \S+|search Sohail Khan|search .*interview.*)$/],
  ["alert me when there's news about the Astana summit", /^watch Astana summit$/],
  ["stop all alerts", /^watching$/],
  ["latest from Global Times", /^latest source:"Global Times"$/],
  ["上海精神是什么", /^ask /],
  ["what's new today", /^digest 2026-06-10$/],
];

describe.each([
  ["in a mention", "slack"],
  ["typed in the terminal", "terminal"],
] as const)("%s, at the first try", (_, platform) => {
  test.each(JOBS.map(([said, lines, shown = ""]) => [said, lines, shown] as const))(
    "%s",
    async (said, lines, shown) => {
      const before = shown === "" ? undefined : { line: shown, ids: ["62hrk"] };
      const read = createReader(desk.doors);
      const { line, exact } = await read(said, {
        caller: { zone: "Asia/Shanghai", platform },
        now: NOW,
        before,
      });
      expect(exact ?? line).toMatch(lines);
    },
  );
});
