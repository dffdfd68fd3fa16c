/** `daily` and `watch` as people write them, and what they are told. */
import { afterEach, describe, expect, test } from "@jest/globals";
import { daysInWords, readDays, readZone } from "../../src/delivery/read-times.ts";
import { suggestZones } from "../../src/delivery/suggest-zones.ts";
import { timeOf } from "../../src/language/when/clock-times.ts";
import { openRig, type Rig } from "./rig.ts";

describe("reading times", () => {
  test.each([
    ["9", "09:00"],
    ["9:05", "09:05"],
    ["21.30", "21:30"],
    ["７：１５", "07:15"],
    ["9am", "09:00"],
    ["12 am", "00:00"],
    ["12pm", "12:00"],
    ["9:30 p.m.", "21:30"],
    ["上午9点", "09:00"],
    ["下午3点20分", "15:20"],
    ["18h05", "18:05"],
    ["0900", "09:00"],
    ["noon", "12:00"],
    ["早上九点半", "09:30"],
    ["二十一点三十分", "21:30"],
    ["晚上12点", "00:00"],
    ["中午十二点", "12:00"],
    ["в 9 утра", "09:00"],
    ["9 вечера", "21:00"],
    ["11 ночи", "23:00"],
    ["2 ночи", "02:00"],
    ["полночь", "00:00"],
  ])("%s is %s", (written, time) => expect(timeOf(written)).toBe(time));

  test.each(["24:00", "9:60", "13pm", "0am", "constructor", "九十九点", "", "9:5:3", "-1"])(
    "%s is no time",
    (written) => expect(timeOf(written)).toBeNull(),
  );

  test.each([
    ["mon-fri", [1, 2, 3, 4, 5]],
    ["fri-mon", [1, 5, 6, 7]],
    ["Mon, wed;SUN", [1, 3, 7]],
    ["weekend", [6, 7]],
    ["пн-пт", [1, 2, 3, 4, 5]],
    ["周一至周五", [1, 2, 3, 4, 5]],
    ["每天", [1, 2, 3, 4, 5, 6, 7]],
  ])("%s are days %j", (written, days) => expect(readDays(written)).toEqual(days));

  test.each(["", "someday", "mon-", "mon-tue-wed", "mon-xyz"])("%s are no days", (written) =>
    expect(() => readDays(written)).toThrow("days of the week"),
  );

  test("days are told shortly", () => {
    expect(daysInWords([1, 2, 3, 4, 5], "en")).toBe("Mon–Fri");
    expect(daysInWords([1, 3], "ru")).toBe("пн, ср");
    expect(daysInWords([6, 7], "zh")).toBe("周六、周日");
    expect(daysInWords([1, 2, 3, 4, 5, 6, 7], "zh")).toBe("每天");
  });

  test("zones are found in any case, by city and in three languages; others are refused", () => {
    expect(["asia/shanghai", "New York", "北京", "Ташкент", "utc", "kolkata"].map(readZone)).toEqual([
      "Asia/Shanghai",
      "America/New_York",
      "Asia/Shanghai",
      "Asia/Tashkent",
      "UTC",
      "Asia/Kolkata",
    ]);
    for (const zone of ["Mars", "+08:00", "Asia/Nowhere"]) expect(() => readZone(zone)).toThrow("time zone");
    expect(suggestZones("")[0]).toBe("Asia/Shanghai");
    expect(suggestZones("sHang")).toEqual(["Asia/Shanghai"]);
    expect(suggestZones("a")).toHaveLength(25);
  });
});

describe("daily", () => {
  let rig: Rig;
  afterEach(() => rig.stop());
  const list = async () =>
    ((await rig.ask("daily")).data as { schedules: Record<string, unknown>[] }).schedules;

  test("several topics stand beside each other; the same topic is changed; off takes one or all", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    await rig.ask("daily 09:00");
    await rig.ask('daily 18:00 topic:"media forum" days:mon-fri');
    await rig.ask("daily 10:30");
    await rig.ask('daily topic:"media forum" zone:Europe/Moscow');
    expect(await list()).toMatchObject([
      { time: "10:30", zone: "Asia/Shanghai" },
      { time: "18:00", zone: "Europe/Moscow", topic: "media forum", days: [1, 2, 3, 4, 5] },
    ]);
    expect((await rig.ask('daily off topic:"nothing"')).outcome).toBe("nothing");
    const stopped = await rig.ask('daily off topic:"media forum"');
    expect(await list()).toHaveLength(1);
    const again = JSON.stringify(stopped.blocks).match(/"run":"(daily 18:00[^}]*?)","place"/)?.[1];
    await rig.ask(JSON.parse(`"${again}"`));
    expect(await list()).toHaveLength(2);
    await rig.ask("daily off");
    expect((await rig.ask("daily")).outcome).toBe("nothing");
  });

  test("an option without a time changes the only one, and asks which when there are several", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    expect((await rig.ask("daily zone:UTC")).outcome).toBe("bad-input");
    await rig.ask('daily 09:00 topic:"a"');
    await rig.ask("daily zone:UTC");
    expect(await list()).toMatchObject([{ topic: "a", zone: "UTC", time: "09:00" }]);
    await rig.ask('daily 10:00 topic:"b"');
    expect((await rig.ask("daily zone:Asia/Almaty")).summary).toContain("which topic");
  });

  test("saving shows the next time in its zone and what it would say, in the summary's language", async () => {
    rig = await openRig("2025-05-26T00:30:00Z");
    const saved = await rig.ask("daily 09:00 zone:Asia/Shanghai lang:zh");
    expect(saved.summary).toContain("26 May 2025, 09:00 (Asia/Shanghai)");
    const text = JSON.stringify(saved.blocks);
    expect(text).toContain("Written now, it would look like this");
    expect(text).toContain("篇文章");
    rig.clock.set("2026-05-26T00:30:00Z");
    expect(JSON.stringify((await rig.ask("daily 09:00")).blocks)).toContain("nothing new and be left out");
    const told = JSON.stringify((await rig.ask("daily empty:say")).blocks);
    expect(told).toContain("nothing new and say so");
    expect(told).not.toContain("left out");
  });

  test("a time may be several words, and options stand before or after it", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    for (const [line, time] of [
      ["daily 9 pm zone:Asia/Shanghai", "21:00"],
      ["ежедневно в 9 утра days:пн-пт", "09:00"],
      ["每日 zone:北京 晚上八点半", "20:30"],
    ] as const)
      expect((await rig.ask(line)).data).toMatchObject({ schedule: { time } });
    expect((await rig.ask("daily 09:00 Mars")).summary).toContain("“09:00 Mars” is not a time");
    expect((await list()).map(({ time }) => time)).toEqual(["20:30"]);
  });

  test("a topic or a watch that looks for nothing is not saved; what could not be read of it is told", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    for (const [locale, words] of [
      ["en", "looks for nothing"],
      ["zh", "没有可以查找的内容"],
      ["ru", "искать нечего"],
    ] as const)
      for (const line of ["watch lang:xx", 'daily 09:00 topic:"lang:xx"'])
        expect((await rig.ask(line, { locale })).summary).toContain(words);
    expect((await rig.ask("watching")).outcome).toBe("nothing");
    const saved = await rig.ask("watch railway after:nonsense");
    expect(JSON.stringify(saved.blocks)).toContain("cannot read the date in after:nonsense");
    expect(JSON.stringify((await rig.ask('watch "never written before"')).blocks)).not.toContain(
      "word for word",
    );
  });

  test("wrong options are told apart in every language and nothing is saved", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    for (const locale of ["en", "zh", "ru"] as const)
      for (const line of [
        "daily someday",
        "daily 09:00 zone:Mars",
        "daily 09:00 days:someday",
        "daily 9 lang:fr",
        "daily 9 empty:x",
      ])
        expect([line, (await rig.ask(line, { locale })).outcome]).toEqual([line, "bad-input"]);
    expect((await rig.ask("daily")).outcome).toBe("nothing");
  });

  test("a channel has twenty at most, of summaries and of watches", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    for (let i = 0; i < 20; i += 1) {
      expect((await rig.ask(`daily 09:00 topic:"t${i}"`)).outcome).toBe("answered");
      expect((await rig.ask(`watch topic${i}`)).outcome).toBe("answered");
    }
    expect((await rig.ask('daily 09:00 topic:"one more"')).summary).toContain("20");
    expect((await rig.ask("watch more")).summary).toContain("20");
    expect((await rig.ask('daily 10:00 topic:"t3"')).outcome).toBe("answered");
    expect((await rig.ask("watch every:5 topic3")).outcome).toBe("answered");
  });

  test("what somebody else changed meanwhile is not overwritten", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    const { commit } = rig.store;
    rig.store.commit = async () => false;
    expect((await rig.ask("daily 09:00")).data).toMatchObject({ error: { code: "unavailable" } });
    expect((await rig.ask("watch railway")).data).toMatchObject({ error: { code: "unavailable" } });
    expect((await rig.ask("settings language ru")).data).toMatchObject({ error: { code: "unavailable" } });
    rig.store.commit = commit;
    expect((await rig.ask("daily")).outcome).toBe("nothing");
  });

  test("a channel that the bot cannot post in is told before anything is saved", async () => {
    rig = await openRig("2025-05-25T12:00:00Z");
    Object.defineProperty(rig.doors, "missing", { value: async () => "Invite me first: /invite @sco" });
    for (const line of ["daily 09:00", "watch railway", "daily resume"])
      expect((await rig.ask(line)).summary).toBe("Invite me first: /invite @sco");
    expect(await rig.keys()).toEqual([]);
  });
});
