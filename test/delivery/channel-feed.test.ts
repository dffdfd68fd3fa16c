import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFeed } from "../../src/delivery/channel-feed.ts";
import { type Desk, openDesk } from "../desk.ts";

let desk: Desk;
const here = { platform: "slack", workspace: "T1", channel: "C1" } as const;
beforeAll(async () => {
  desk = await openDesk();
  Object.defineProperty(desk.doors.library, "site", { value: "https://news.example.org" });
});
afterAll(() => desk.close());

const addressIn = (data: unknown) =>
  /^https:\/\/news\.example\.org\/f\/(.+)\.atom$/.exec((data as { feed: string }).feed)?.[1] ?? "";

test("a channel's feed has what it follows, at an address that ends with the feed", async () => {
  await desk.ask("watch health ministers", here);
  const address = addressIn((await desk.ask("following --feed=on", here)).data);
  const articles = await readFeed(address, desk.doors);
  expect(articles?.map(({ id }) => id)).toContain("62hrk");
  expect(articles?.length).toBeLessThan(10);
  const again = addressIn((await desk.ask("following --feed=on", here)).data);
  expect(await readFeed(address, desk.doors)).toBeNull();
  expect(await readFeed(again, desk.doors)).not.toBeNull();
  await desk.ask("following --feed=off", here);
  expect(await readFeed(again, desk.doors)).toBeNull();
});

test("nobody makes or ends one who may not manage the channel, and nothing is guessed", async () => {
  const refused = await desk.ask("following --feed=on", { ...here, manages: false });
  expect(refused.data).toMatchObject({ error: { code: "forbidden" } });
  const address = addressIn((await desk.ask("following --feed=on", here)).data);
  const [channel = "", secret = ""] = address.split(".");
  const other = Buffer.from(JSON.stringify(["slack", "T1", "C2"])).toString("base64url");
  for (const guess of [
    channel,
    `${channel}.`,
    `${channel}.${"x".repeat(32)}`,
    `${other}.${secret}`,
    "a.b.c",
    "",
  ])
    expect([guess, await readFeed(guess, desk.doors)]).toEqual([guess, null]);
});
