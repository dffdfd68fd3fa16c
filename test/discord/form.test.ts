import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Desk, openDesk } from "../desk.ts";
import { createStage, type Stage } from "./double.ts";
import { CHANNEL, EDITORS, GUILD, message, PERMISSIONS, SILENT } from "./server/people.ts";
import type { Shown, Told } from "./server/rest.ts";

let desk: Desk;
let stage: Stage;
beforeEach(async () => {
  desk = await openDesk();
  stage = await createStage({ bot: desk.bot, store: desk.doors.store });
});
afterEach(async () => {
  await stage.end();
  await desk.close();
  expect(stage.server.refused).toEqual([]);
});

type Part = {
  label: string;
  description?: string;
  component: { custom_id: string } & Record<string, unknown>;
};
const manager = { permissions: PERMISSIONS.manageChannels };
const partsOf = (modal: Record<string, unknown> | undefined) => (modal?.components ?? []) as Part[];
const textOf = ({ body }: Shown) => JSON.stringify(body);
const schedules = (scope = `discord/${GUILD}/${CHANNEL}`) => desk.doors.store.list(`schedule:${scope}:`);

async function card(said: string): Promise<Shown> {
  stage.say(message({ content: `<@900000000000000001> ${said}` }));
  await stage.server.until(() => stage.server.posts.length > 0, "the card came");
  return stage.server.posts[0] as Shown;
}
function idOf(shown: Shown | undefined, label: string): string {
  const rows = (shown?.body.components ?? []) as { components: { label?: string; custom_id: string }[] }[];
  return rows.flatMap(({ components }) => components).find((one) => one.label === label)?.custom_id ?? "";
}
async function open(on: Shown, label = "Change", more: object = manager): Promise<Told> {
  const told = stage.press(idOf(on, label), on, undefined, more);
  await stage.server.until(() => told.acknowledged !== undefined, "the press was answered");
  return told;
}
async function send(
  modal: Told["modal"],
  changed: Record<string, string>,
  on: Shown,
  more: object = manager,
) {
  const told = stage.submit(modal ?? {}, changed, on, more);
  await stage.server.until(
    () =>
      told.messages.length > 0 &&
      told.messages.every(({ thinking }) => !thinking) &&
      told.acknowledged !== undefined,
    "the form was answered",
  );
  return told;
}

test("Change opens a modal of five labelled fields as they were understood; sent, it takes the card's place", async () => {
  const shown = await card("send us a summary every weekday at 8:30 Moscow time, only energy");
  const { acknowledged, modal } = await open(shown);
  expect(acknowledged?.type).toBe(9);
  const parts = partsOf(modal);
  expect(parts.map(({ label }) => label)).toEqual(["Time", "Days", "Time zone", "Topic", "Channel"]);
  const text = JSON.stringify(parts);
  for (const part of ['"08:30"', '"Europe/Moscow"', '"energy"', `"${CHANNEL}"`]) expect(text).toContain(part);
  expect(await schedules()).toEqual([]);

  const told = await send(modal, { time: "21.15", days: "1,4", topic: "" }, shown);
  await stage.server.until(() => textOf(shown).includes("Saved"), "the card says what was saved");
  expect(told.messages[0]).toBe(shown);
  expect(await schedules()).toMatchObject([
    [expect.anything(), { time: "21:15", days: [1, 4], zone: "Europe/Moscow" }],
  ]);
});

test("what is wrong is told to the person alone, and at its field when the form is opened again as it was", async () => {
  const shown = await card("send us a summary every day at 9");
  const { modal } = await open(shown);
  const told = await send(modal, { time: "at noonish", zone: "Atlantis" }, shown, {
    ...manager,
    locale: "ru",
  });
  const refusal = told.messages.at(-1) as Shown;
  expect(refusal.ephemeral).toBe(true);
  expect(textOf(refusal)).toContain("Не знаю часового пояса «Atlantis»");
  expect(textOf(refusal)).toContain("at noonish");
  expect(await schedules()).toEqual([]);

  const again = partsOf((await open(refusal, "Исправить", { ...manager, locale: "ru" })).modal);
  expect(again.map(({ component }) => component.value)).toEqual([
    "at noonish",
    undefined,
    "Atlantis",
    undefined,
    undefined,
  ]);
  expect(again[2]?.description).toMatch(/^Не знаю часового пояса «Atlantis»/);
  expect(again[1]?.description).toBeUndefined();
});

test("rights are asked as it is opened, as it is sent, and of the channel that was chosen", async () => {
  const shown = await card("send us a summary every day at 9");
  const refused = await open(shown, "Change", { roles: [EDITORS] });
  expect(refused.modal).toBeUndefined();
  expect(textOf(refused.messages[0] as Shown)).toContain("Manage Channels");

  const { modal } = await open(shown);
  const late = await send(modal, {}, shown, { roles: [EDITORS] });
  expect(textOf(late.messages.at(-1) as Shown)).toContain("Manage Channels");
  // Who manages this channel does not manage the other one.
  const elsewhere = await send(modal, { channel: SILENT }, shown);
  expect(textOf(elsewhere.messages.at(-1) as Shown)).toContain("Manage Channels");
  expect(await schedules()).toEqual([]);
  expect(await schedules(`discord/${GUILD}/${SILENT}`)).toEqual([]);
});

test("a line that no modal's name can carry is kept, and a form whose line is gone says so", async () => {
  const topic = "energy ".repeat(20).trim();
  const shown = await card(`send us a summary every day at 9, only "${topic}"`);
  const { modal } = await open(shown);
  expect(String(modal?.custom_id).length).toBeLessThanOrEqual(100);
  const gone = await send({ ...modal, custom_id: "f#@1~0~none~0" }, {}, shown);
  expect(textOf(gone.messages.at(-1) as Shown)).toContain("too old");
});

test("one article is shared to another channel where both the person and the bot may write", async () => {
  const read = stage.slash("read", { id: "62hrk" });
  await stage.server.until(() => read.messages.length === 1 && !read.messages[0]?.thinking, "it is read");
  const [shown] = read.messages as [Shown];
  const speaks = { permissions: PERMISSIONS.sendMessages };
  const { modal } = await open(shown, "Share elsewhere", speaks);
  expect(partsOf(modal).map(({ label }) => label)).toEqual(["Channel"]);
  const mute = await send(modal, {}, shown, { permissions: 0n });
  expect(textOf(mute.messages.at(-1) as Shown)).toContain("may not write");
  // What somebody may do here says nothing of there.
  const muteThere = await send(modal, { channel: SILENT }, shown, speaks);
  expect(textOf(muteThere.messages.at(-1) as Shown)).toContain("may not write");
  const silent = await send(modal, { channel: SILENT }, shown, { ...speaks, there: speaks.permissions });
  expect(textOf(silent.messages.at(-1) as Shown)).toContain("cannot see this channel");
  expect(stage.server.posts).toEqual([]);
  const told = await send(modal, {}, shown, speaks);
  expect(told.messages.at(-1)?.ephemeral).toBe(true);
  expect(textOf(told.messages.at(-1) as Shown)).toContain("Shared.");
  expect(stage.server.posts).toHaveLength(1);
  expect(textOf(stage.server.posts[0] as Shown)).toContain("加强卫生健康合作");
});
