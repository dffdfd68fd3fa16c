/** A wall clock that is ahead for a while, or set back, keeps no feed waiting once it is right. */
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openBare } from "./bare.ts";
import { item, rss } from "./samples.ts";
import { startServer, type TestServer } from "./server.ts";

const HOUR = 3_600_000;
let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());
const asked = (): number => server.asked.filter(({ path }) => path === "/feed").length;

test.each([
  ["answers", 2],
  ["answers", 48],
  ["answers", -48],
  ["fails", 48],
  ["wants to be left alone", 48],
])("a feed that %s while the clock is wrong by %i h is asked when it is right", async (what, hours) => {
  const { poll, pass, leap, close } = await openBare(
    [{ url: `${server.url}/feed`, publisher: "Local", pages: false }],
    [server.host],
  );
  server.set("/feed", { body: rss(item("One", "/1")) });
  pass(HOUR);
  await poll(false);
  pass(4 * HOUR);
  leap(hours * HOUR);
  if (what === "fails") server.set("/feed", { status: 500 });
  if (what !== "fails" && what !== "answers")
    server.set("/feed", { status: 503, headers: { "retry-after": "600" } });
  await poll(false);
  pass(HOUR);
  leap(-hours * HOUR);
  const before = asked();
  expect(before).toBe(2);
  server.set("/feed", { body: rss(item("Two", "/2")) });
  // What a clock that was set back has put off is at most what is usual.
  for (let minutes = 0; minutes < 60; minutes += 10) {
    pass(10 * 60_000);
    await poll(false);
  }
  expect(asked()).toBeGreaterThan(before);
  await close();
});
