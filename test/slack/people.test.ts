import { expect, test } from "@jest/globals";
import { createInstallations } from "../../adapters/slack/installations.ts";
import { createPeople, personOf } from "../../adapters/slack/people.ts";
import { createSeal } from "../../adapters/slack/seal.ts";
import type { Answer } from "../../adapters/slack/web.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import type { Log } from "../../src/log.ts";
import { memoryStore } from "../../src/state/memory.ts";

const log = { warn: () => undefined } as unknown as Log;
/** A clock that a test moves. */
function ownClock(): Clock & { at: number } {
  const clock = { at: 1000, now: () => clock.at, monotonic: () => clock.at, sleep: systemClock.sleep };
  return clock;
}
const peopleWith = (answer: () => Promise<Answer>, operators: string[] = []) => {
  const clock = ownClock();
  let asked = 0;
  const web = {
    call: () => {
      asked++;
      return answer();
    },
  };
  return { clock, asked: () => asked, people: createPeople({ web, clock, log, operators }) };
};
const lin = { id: "U2", locale: "zh-CN", tz: "Asia/Shanghai", real_name: "林", team_id: "T1" };
const place = { workspace: "T1", channel: "C1", user: "U2" };

test("a profile is asked for once an hour, also by many at once, until the app is removed", async () => {
  const { people, clock, asked } = peopleWith(async () => ({ user: lin }));
  await Promise.all([people.person("T1", "U2"), people.person("T1", "U2")]);
  expect(await people.caller({ ...place, thread: "1.2" })).toEqual({
    platform: "slack",
    ...place,
    thread: "1.2",
    locale: "zh",
    zone: "Asia/Shanghai",
    manages: true,
    operates: false,
  });
  expect(asked()).toBe(1);
  clock.at += 3_600_001;
  await people.person("T1", "U2");
  people.forget("T1");
  await people.person("T1", "U2");
  expect(asked()).toBe(3);
});

test("a profile that cannot be had is English and UTC, asked for again after a minute", async () => {
  const { people, clock, asked } = peopleWith(async () => Promise.reject(new Error("no")));
  expect(await people.person("T1", "U2")).toMatchObject({ locale: "en", zone: "UTC" });
  await people.person("T1", "U2");
  expect(asked()).toBe(1);
  clock.at += 60_001;
  await people.person("T1", "U2");
  expect(asked()).toBe(2);
});

test("an answer does not wait for a slow profile, but the next one has it", async () => {
  let arrive = (_: Answer): void => undefined;
  const { people } = peopleWith(
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
  );
  expect(await people.person("T1", "U2")).toMatchObject({ locale: "en" });
  arrive({ user: lin });
  expect(await people.person("T1", "U2")).toMatchObject({ locale: "zh" });
});

test("guests and strangers do not manage a channel; operators do, and everybody their own direct messages", async () => {
  for (const profile of [
    { is_restricted: true },
    { is_ultra_restricted: true },
    { is_stranger: true, team_id: "T9" },
  ]) {
    const { people } = peopleWith(async () => ({ user: { ...lin, ...profile } }));
    expect(await people.caller(place)).toMatchObject({ manages: false, operates: false });
    expect(await people.caller({ ...place, channel: "D1" })).toMatchObject({ manages: true });
  }
  for (const name of ["U2", "slack:U2", "T1/U2"]) {
    const { people } = peopleWith(async () => ({ user: { ...lin, is_restricted: true } }), [name]);
    expect(await people.caller(place)).toMatchObject({ manages: true, operates: true });
  }
});

test("a profile with nothing or nonsense in it is read all the same", () => {
  for (const odd of [undefined, null, 7, {}, { tz: "Mars/Olympus", locale: 5 }])
    expect(personOf(odd, "T1")).toMatchObject({ locale: "en", zone: "UTC", guest: false });
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

test("an organisation's installation is kept under the organisation; a token of our own serves the rest", async () => {
  const fallback = installation("", "xoxb-own");
  const installations = createInstallations({
    store: memoryStore(systemClock),
    clock: ownClock(),
    secret: "a secret of ours",
    fallback,
  });
  await installations.storeInstallation({
    ...(installation("", "xoxb-e") as object),
    isEnterpriseInstall: true,
    enterprise: { id: "E1" },
  } as never);
  const found = await installations.fetchInstallation({
    teamId: "T1",
    enterpriseId: "E1",
    isEnterpriseInstall: true,
  });
  expect(found.bot?.token).toBe("xoxb-e");
  expect(await installations.tokenFor("T1")).toBe("xoxb-own");
});

test("a seal opens only unchanged and under its own key and purpose", () => {
  const seal = createSeal("secret", "a");
  const sealed = seal.close("xoxb-token");
  expect(seal.open(sealed)).toBe("xoxb-token");
  expect(sealed).not.toBe(seal.close("xoxb-token"));
  for (const other of [createSeal("secret", "b"), createSeal("other", "a")])
    expect(() => other.open(sealed)).toThrow();
  expect(() => seal.open(`${sealed.slice(0, -3)}AAA`)).toThrow();
});
