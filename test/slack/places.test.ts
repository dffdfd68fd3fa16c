/** Whose a channel is and who may write in it: what Slack does not say for certain, is not so. */
import { expect, test } from "@jest/globals";
import { createPeople, personOf } from "../../adapters/slack/people.ts";
import { createPlaces } from "../../adapters/slack/places.ts";
import type { SlackResponse } from "../../adapters/slack/web.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import type { Log } from "../../src/log.ts";

const log = { warn: () => undefined } as unknown as Log;
const clock: Clock & { at: number } = {
  at: 1000,
  now: () => clock.at,
  monotonic: () => clock.at,
  sleep: systemClock.sleep,
};
const lin = { id: "U2", locale: "zh-CN", tz: "Asia/Shanghai", real_name: "林", team_id: "T1" };
type Does = (args: Readonly<Record<string, unknown>>) => Promise<SlackResponse>;

function slack(open: Does, conversations: Does, profile: object = lin) {
  const asked: string[] = [];
  const web = {
    async call(_: string, method: string, args: Readonly<Record<string, unknown>>) {
      asked.push(method);
      if (method === "conversations.open") return open(args);
      return method === "users.info" ? { user: profile } : conversations(args);
    },
  };
  const places = createPlaces({ web, clock, log });
  const people = createPeople({ web, clock, log, places, operators: ["slack:T1/U2"] });
  return { asked, places, people };
}
const never: Does = () => new Promise(() => undefined);
const broken: Does = async () => Promise.reject(new Error("internal_error"));
const own: Does = async () => ({ channel: { id: "D5" } });
const at = { workspace: "T1", user: "U2" };
const member = personOf(lin, "T1");

test("a direct message is a person's own only where Slack says that it is theirs with the bot", async () => {
  const { places, asked } = slack(own, never);
  expect(await places.isOwn({ ...at, channel: "D5" })).toBe(true);
  expect(await places.isOwn({ ...at, channel: "D6" })).toBe(false);
  expect(await places.isOwn({ ...at, channel: "C1" })).toBe(false);
  expect(asked).toEqual(["conversations.open"]);
  for (const unsure of [never, broken, async () => ({}), async () => ({ channel: { id: 7 } })]) {
    const { places: dark } = slack(unsure, never);
    expect(await dark.isOwn({ ...at, channel: "D5" })).toBe(false);
    // A message in it comes to the bot only where the bot is in it.
    expect(await dark.isOwn({ ...at, channel: "D5", own: true })).toBe(true);
  }
});

test("a refusal is not kept for longer than a minute", async () => {
  let works = false;
  const { places } = slack((args) => (works ? own : broken)(args), never);
  expect(await places.isOwn({ ...at, channel: "D5" })).toBe(false);
  works = true;
  expect(await places.isOwn({ ...at, channel: "D5" })).toBe(false);
  clock.at += 60_001;
  expect(await places.isOwn({ ...at, channel: "D5" })).toBe(true);
});

test("in two other people's conversation nothing is changed, nothing is private, and the sentence says why", async () => {
  for (const profile of [lin, { ...lin, is_restricted: true }]) {
    const { people } = slack(own, never, profile);
    const seen = await people.caller({ ...at, channel: "D6", thread: "1.2" });
    expect(seen).toMatchObject({ manages: false, alone: false, direct: false });
    expect(seen.barred?.en).toContain("between you and me alone");
    expect(await people.caller({ ...at, channel: "D5" })).toMatchObject({
      ...{ manages: true, alone: true, direct: true },
    });
  }
});

test("who is not shown among the members of a channel may not have something posted there", async () => {
  const list = (channels: readonly object[]): Does => {
    const pages = channels.length;
    return async ({ cursor = "0" }) => {
      const next = Number(cursor) + 1;
      return {
        channels: [channels[Number(cursor)]],
        response_metadata: { next_cursor: next < pages ? String(next) : "" },
      };
    };
  };
  const place = { ...at, channel: "C1" };
  const mute = (does: Does, person = member) => slack(own, does).places.mute(place, person);
  expect(await mute(list([{ id: "C0" }, { id: "C1" }]))).toBeNull();
  for (const unsure of [list([{ id: "C0" }]), broken, never, async () => ({}), async () => ({ channels: 5 })])
    expect(await mute(unsure as Does)).toBe("absent");
  // It ends, although Slack says for ever that there is more.
  let calls = 0;
  const endless: Does = async () => {
    calls++;
    return { channels: [], response_metadata: { next_cursor: "x" } };
  };
  expect(await mute(endless)).toBe("absent");
  expect(calls).toBe(5);

  const admin = { ...member, isAdmin: true };
  const guest = { ...member, standing: "guest" as const };
  const rows: [object, typeof member, boolean][] = [
    [{ type: ["admin"] }, member, false],
    [{ type: ["admin"] }, admin, true],
    [{ type: ["ra"] }, member, true],
    [{ type: ["ra"] }, guest, false],
    [{ type: ["admin"], user: ["U2"] }, member, true],
    [{ type: ["admin"], user: ["U3"] }, member, false],
    [{ type: ["something new"] }, admin, false],
    [{ type: "admin" }, admin, false],
    [{}, admin, false],
  ];
  for (const [restricted, person, may] of rows) {
    const channel = { id: "C1", properties: { posting_restricted_to: restricted } };
    expect([restricted, await mute(list([channel]), person)]).toEqual([
      restricted,
      may ? null : "restricted",
    ]);
  }
  for (const more of [{ is_read_only: true }, { is_thread_only: true }])
    expect(await mute(list([{ id: "C1", ...more }]), admin)).toBe("restricted");
});
