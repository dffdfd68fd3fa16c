import { expect, test } from "@jest/globals";
import { createInstallations } from "../../adapters/slack/installations.ts";
import { createPeople, personOf } from "../../adapters/slack/people.ts";
import type { SlackPlace } from "../../adapters/slack/person.ts";
import type { SlackResponse } from "../../adapters/slack/web.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import type { Log } from "../../src/log.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { createSeal } from "../../src/state/seal.ts";

const log = { warn: () => undefined } as unknown as Log;
/** A clock that a test moves. */
function ownClock(): Clock & { at: number } {
  const clock = { at: 1000, now: () => clock.at, monotonic: () => clock.at, sleep: systemClock.sleep };
  return clock;
}
const peopleWith = (answer: () => Promise<SlackResponse>, operators: string[] = []) => {
  const clock = ownClock();
  let asked = 0;
  const web = {
    call: () => {
      asked++;
      return answer();
    },
  };
  // The conversation with the bot is `D` and the person's own id.
  const places = { isOwn: async ({ channel, user }: SlackPlace) => channel === `D${user}` };
  return { clock, asked: () => asked, people: createPeople({ web, clock, log, operators, places }) };
};
const lin = { id: "U2", locale: "zh-CN", tz: "Asia/Shanghai", real_name: "林", team_id: "T1" };
const place = { workspace: "T1", channel: "C1", user: "U2" };

test("a profile is asked for once an hour, also by many at once, until the app is removed", async () => {
  const { people, clock, asked } = peopleWith(async () => ({ user: lin }));
  await Promise.all([people.person(place), people.person(place)]);
  expect(await people.caller({ ...place, thread: "1.2" })).toEqual({
    platform: "slack",
    ...place,
    thread: "1.2",
    locale: "zh",
    zone: "Asia/Shanghai",
    manages: true,
    managesWorkspace: false,
    alone: false,
    direct: false,
    operates: false,
  });
  expect(asked()).toBe(1);
  clock.at += 3_600_001;
  await people.person(place);
  people.forget("T1");
  await people.person(place);
  expect(asked()).toBe(3);
});

test("a profile that cannot be had is English and UTC, asked for again after a minute", async () => {
  const { people, clock, asked } = peopleWith(async () => Promise.reject(new Error("no")));
  expect(await people.person(place)).toMatchObject({ locale: "en", zone: "UTC" });
  await people.person(place);
  expect(asked()).toBe(1);
  clock.at += 60_001;
  await people.person(place);
  expect(asked()).toBe(2);
});

test("an answer does not wait for a slow profile, but the next one has it", async () => {
  let arrive = (_: SlackResponse): void => undefined;
  const { people } = peopleWith(
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
  );
  expect(await people.person(place)).toMatchObject({ locale: "en" });
  arrive({ user: lin });
  expect(await people.person(place)).toMatchObject({ locale: "zh" });
});

test("who is not known to be a member of the workspace does not manage a channel, and is told why", async () => {
  const rows: [object, RegExp][] = [
    [{ is_restricted: true }, /guests of a workspace/],
    [{ is_ultra_restricted: true }, /guests of a workspace/],
    // Slack calls somebody a stranger only where no channel is shared: who sits in a shared one is none.
    [{ team_id: "T9", is_stranger: false }, /another organization/],
    [{ team_id: "T9" }, /another organization/],
    [{ is_stranger: true, team_id: "T9" }, /another organization/],
    [{ team_id: "T9", enterprise_user: { enterprise_id: "E9", teams: ["T9"] } }, /another organization/],
    [{ team_id: undefined }, /has not told me/],
    [{ team_id: "" }, /has not told me/],
    [{ deleted: true }, /has not told me/],
  ];
  for (const [profile, why] of rows) {
    const { people } = peopleWith(async () => ({ user: { ...lin, ...profile } }));
    for (const enterprise of [undefined, "E1"]) {
      const seen = await people.caller({ ...place, enterprise });
      expect([profile, seen]).toMatchObject([profile, { manages: false, operates: false }]);
      expect(seen.barred?.en).toMatch(why);
    }
    expect(await people.caller({ ...place, channel: "DU2" })).toMatchObject({ manages: true, direct: true });
  }
});

test("people of one organization are members in all its workspaces, its guests are guests", async () => {
  const organisation = { team_id: "T8", enterprise_user: { enterprise_id: "E1", teams: ["T8"] } };
  const rows: [object, string | undefined, boolean][] = [
    [organisation, "E1", true],
    [organisation, undefined, false],
    [{ team_id: "T8", enterprise_user: { enterprise_id: "E1", teams: ["T8", "T1"] } }, undefined, true],
    [{ team_id: "E1" }, "E1", true],
    [{ ...organisation, is_restricted: true }, "E1", false],
  ];
  for (const [profile, enterprise, manages] of rows) {
    const { people } = peopleWith(async () => ({ user: { ...lin, ...profile } }));
    expect([profile, (await people.caller({ ...place, enterprise })).manages]).toEqual([profile, manages]);
  }
});

test("the workspace itself is managed by its own admins and owners, and by whoever runs the bot", async () => {
  const rows: [object, boolean][] = [
    [{}, false],
    [{ is_admin: true }, true],
    [{ is_owner: true }, true],
    [{ is_primary_owner: true }, true],
    [{ is_admin: "yes" }, false],
    [{ is_admin: true, is_restricted: true }, false],
    [{ is_admin: true, deleted: true }, false],
    // An admin of another workspace, in a channel that both share, or of the same organization.
    [{ is_admin: true, team_id: "T9" }, false],
    [{ is_admin: true, team_id: "T8", enterprise_user: { enterprise_id: "E1", teams: ["T8"] } }, false],
    [{ is_admin: true, team_id: "T8", enterprise_user: { enterprise_id: "E1", teams: ["T8", "T1"] } }, true],
  ];
  for (const [profile, managesWorkspace] of rows) {
    const { people } = peopleWith(async () => ({ user: { ...lin, ...profile } }));
    for (const channel of ["C1", "DU2"]) {
      const seen = await people.caller({ ...place, enterprise: "E1", channel });
      expect([profile, seen]).toMatchObject([profile, { managesWorkspace }]);
    }
  }
  const { people } = peopleWith(async () => ({ user: lin }), ["slack:T1/U2"]);
  expect(await people.caller(place)).toMatchObject({ managesWorkspace: true });
});

test("while Slack does not say who somebody is, nothing is changed: refused, limited, broken, or late", async () => {
  const late = new Promise<SlackResponse>(() => undefined);
  for (const answer of [async () => Promise.reject(new Error("internal_error")), () => late]) {
    const { people } = peopleWith(answer);
    const seen = await people.caller(place);
    expect(seen).toMatchObject({ manages: false });
    expect(seen.barred?.zh).toContain("一分钟");
  }
});

test("an operator is named with the workspace: the same id elsewhere, or alone, is nobody", async () => {
  const guest = async () => ({ user: { ...lin, is_restricted: true } });
  const right = peopleWith(guest, ["slack:T1/U2"]).people;
  expect(await right.caller(place)).toMatchObject({ manages: true, operates: true });
  expect(await right.caller({ ...place, workspace: "T2" })).toMatchObject({ operates: false });
  for (const name of ["U2", "slack:U2", "T1/U2", "slack:T2/U2", "discord:U2"]) {
    const { people } = peopleWith(guest, [name]);
    expect([name, await people.caller(place)]).toMatchObject([name, { manages: false, operates: false }]);
  }
});

test("a profile with nothing or nonsense in it is read all the same", () => {
  for (const odd of [undefined, null, 7, {}, { tz: "Mars/Olympus", locale: 5 }])
    expect(personOf(odd, "T1")).toMatchObject({ locale: "en", zone: "UTC", standing: "unknown" });
});

const installation = (team: string, token: string) =>
  ({
    team: { id: team },
    enterprise: undefined,
    user: { id: "U1" },
    isEnterpriseInstall: false,
    bot: { token, id: "B1", userId: "U0", scopes: [] },
  }) as never;

test("an installation answers at once from memory and is looked up behind the answer", async () => {
  const clock = ownClock();
  const store = memoryStore(systemClock);
  const open = () => createInstallations({ store, clock, secret: "a secret of ours" });
  const [here, elsewhere] = [open(), open()];
  await here.storeInstallation(installation("T1", "xoxb-1"));
  expect(await here.tokenFor("T1")).toBe("xoxb-1");
  await elsewhere.storeInstallation(installation("T1", "xoxb-2"));
  expect(await here.tokenFor("T1")).toBe("xoxb-1");
  clock.at += 60_001;
  expect(await here.tokenFor("T1")).toBe("xoxb-1");
  await new Promise(setImmediate);
  expect(await here.tokenFor("T1")).toBe("xoxb-2");
  await elsewhere.deleteInstallation?.({ teamId: "T1", enterpriseId: undefined, isEnterpriseInstall: false });
  clock.at += 60_001;
  await here.tokenFor("T1");
  await new Promise(setImmediate);
  await expect(here.tokenFor("T1")).rejects.toThrow("not installed in the workspace T1");
});

test("an installation for a whole organization is refused, also one that was kept before; a token of our own serves workspaces", async () => {
  const fallback = installation("", "xoxb-own");
  const installations = createInstallations({
    store: memoryStore(systemClock),
    clock: ownClock(),
    secret: "a secret of ours",
    fallback,
  });
  const whole = {
    ...(installation("", "xoxb-e") as object),
    isEnterpriseInstall: true,
    enterprise: { id: "E1" },
  };
  await expect(installations.storeInstallation(whole as never)).rejects.toThrow(
    "Install me in each workspace",
  );
  expect(await installations.tokenFor("T1")).toBe("xoxb-own");
});

test("a seal opens only unchanged and under its own key and purpose", () => {
  const seal = createSeal("secret", "a");
  const sealed = seal.close("xoxb-token");
  expect(seal.open(sealed)).toEqual({ text: "xoxb-token", old: false });
  expect(sealed).not.toBe(seal.close("xoxb-token"));
  for (const other of [createSeal("secret", "b"), createSeal("other", "a")])
    expect(() => other.open(sealed)).toThrow();
  expect(() => seal.open(`${sealed.slice(0, -3)}AAA`)).toThrow();
});

test("keys are rotated: what an older one sealed opens, is sealed anew at the start, and then needs the new one alone", async () => {
  const store = memoryStore(systemClock);
  const open = (secret: string) => createInstallations({ store, clock: ownClock(), secret });
  await open("the old secret").storeInstallation(installation("T1", "xoxb-1"));
  await expect(open("the new secret").tokenFor("T1")).rejects.toThrow(/SCO_SECRET_KEY is another one/);
  const both = open("the new secret,the old secret");
  expect(await both.tokenFor("T1")).toBe("xoxb-1");
  await both.load();
  expect(await open("the new secret").tokenFor("T1")).toBe("xoxb-1");
  await expect(open("the old secret").tokenFor("T1")).rejects.toThrow(/SCO_SECRET_KEY/);
});
