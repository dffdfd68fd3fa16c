import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Caller, Doors } from "../../src/command.ts";
import {
  createChannelFeeds,
  type ReadChannelFeed,
  type Turns,
} from "../../src/delivery/channel-feed-reader.ts";
import { caller, type Desk, openDesk } from "../desk.ts";

let desk: Desk;
let read: ReadChannelFeed;
const visitor: Caller = {
  ...caller,
  platform: "web",
  workspace: "",
  channel: "",
  user: "v1",
  manages: false,
};
const readFeed = (address: string) => read(address, visitor);
const here = { platform: "slack", workspace: "T1", channel: "C1" } as const;
beforeAll(async () => {
  desk = await openDesk();
  read = createChannelFeeds(desk.doors);
  Object.defineProperty(desk.doors.library, "site", { value: "https://news.example.org" });
});
afterAll(() => desk.close());

const addressIn = (data: unknown) =>
  /^https:\/\/news\.example\.org\/f\/(.+)\.atom$/.exec((data as { feed: string }).feed)?.[1] ?? "";

test("a channel's feed has what it follows, at an address that ends with the feed", async () => {
  await desk.ask("watch health ministers", here);
  const address = addressIn((await desk.ask("following --feed=on", here)).data);
  const articles = await readFeed(address);
  expect(articles?.map(({ id }) => id)).toContain("62hrk");
  expect(articles?.length).toBeLessThan(10);
  const again = addressIn((await desk.ask("following --feed=on", here)).data);
  expect(await readFeed(address)).toBeNull();
  expect(await readFeed(again)).not.toBeNull();
  await desk.ask("following --feed=off", here);
  expect(await readFeed(again)).toBeNull();
});

test("of two who make one at once one is told an address, which works, and the other to look again", async () => {
  const both = await Promise.all([1, 2].map(() => desk.ask("following --feed=on", here)));
  const made = both.filter(({ data }) => (data as { feed?: string }).feed);
  expect(made.length).toBe(1);
  expect(await readFeed(addressIn(made[0]?.data))).not.toBeNull();
});

test("an address that no channel can have is nobody's", async () => {
  const named = Buffer.from('["slack","T1","\\ud800"]').toString("base64url");
  expect(await readFeed(`${named}.${"x".repeat(32)}`)).toBeNull();
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
    expect([guess, await readFeed(guess)]).toEqual([guess, null]);
});

/** The doors, with a count of what is asked of them, at a clock that a test moves. */
function counted() {
  const asked = { reads: 0, searches: 0, now: 0 };
  const { store, search, library, clock } = desk.doors;
  const rooms: Pick<Doors, "store" | "search" | "library" | "clock" | "without"> = {
    library,
    clock: { ...clock, now: clock.now, monotonic: () => asked.now },
    without: (names) => desk.doors.without(names),
    store: new Proxy(store, {
      get(of, name) {
        if (name === "get" || name === "list") asked.reads += 1;
        const value = Reflect.get(of, name);
        return typeof value === "function" ? value.bind(of) : value;
      },
    }),
    search: Object.assign(Object.create(search), {
      scores: (...given: Parameters<typeof search.scores>) => {
        asked.searches += 1;
        return search.scores(...given);
      },
    }),
  };
  return { asked, rooms };
}

test("it is made once a minute, however many ask, and in the feed's own turn after the visitor's", async () => {
  await desk.ask("watch health ministers", here);
  await desk.ask("watch railway", here);
  const address = addressIn((await desk.ask("following --feed=on", here)).data);
  const { asked, rooms } = counted();
  const turns: string[] = [];
  const fair: Turns = {
    run: async (who, work) => {
      turns.push(who.user);
      return work();
    },
  };
  const get = createChannelFeeds(rooms, fair);
  const all = await Promise.all(["v1", "v2", "v3"].map((user) => get(address, { ...visitor, user })));
  expect(all[0]?.length).toBeGreaterThan(0);
  expect([all[1], all[2]]).toEqual([all[0], all[0]]);
  expect(asked.searches).toBe(2);
  expect(turns).toEqual(["v1", "v2", "v3", "feed of slack/T1/C1"]);
  asked.now = 59_999;
  await get(address, visitor);
  expect(asked.searches).toBe(2);
  asked.now = 60_000;
  await get(address, visitor);
  expect(asked.searches).toBe(4);
});

test("a wrong address costs one read in the visitor's turn; who may ask no more gets nothing", async () => {
  const address = addressIn((await desk.ask("following --feed=on", here)).data);
  const { asked, rooms } = counted();
  expect(await createChannelFeeds(rooms)(`${address.slice(0, -3)}xyz`, visitor)).toBeNull();
  expect([asked.reads, asked.searches]).toEqual([1, 0]);
  const refuse: Turns = { run: () => Promise.reject(new Error("too much")) };
  await expect(createChannelFeeds(rooms, refuse)(address, visitor)).rejects.toThrow("too much");
  expect([asked.reads, asked.searches]).toEqual([1, 0]);
});

test("one that could not be made is made anew for the next who asks", async () => {
  const address = addressIn((await desk.ask("following --feed=on", here)).data);
  const { rooms } = counted();
  let broken = true;
  const fair: Turns = {
    run: (who, work) => (who.user.startsWith("feed") && broken ? Promise.reject(new Error("away")) : work()),
  };
  const get = createChannelFeeds(rooms, fair);
  await expect(get(address, visitor)).rejects.toThrow("away");
  broken = false;
  expect((await get(address, visitor))?.length).toBeGreaterThan(0);
});

test("its secret is stored as a hash alone", async () => {
  const address = addressIn((await desk.ask("following --feed=on", here)).data);
  const [, secret = "none"] = address.split(".");
  const row = JSON.stringify(await desk.doors.store.get("channel-feed:slack/T1/C1:own"));
  expect(row).toContain('"by":"u1"');
  expect(row).not.toContain(secret);
});
