/**
 * The suites that mutations of delivery, state, the inbox and posting are held against: `npm run mutate`. For a part of it:
 * `SCO_MUTATE=inbox npm run mutate -- --mutate src/inbox/buckets.ts`.
 */
import config from "../jest.config.js";

const [, tier] = config.projects;
const rooms = process.env.SCO_MUTATE?.split(",") ?? ["delivery", "state", "contract", "inbox", "posting"];
const posting = ["slack/post", "slack/once", "discord/deliver"];

export default {
  ...tier,
  displayName: undefined,
  rootDir: "..",
  testMatch: rooms.flatMap((room) =>
    room === "posting"
      ? posting.map((suite) => `<rootDir>/test/${suite}.test.ts`)
      : [`<rootDir>/test/${room}/**/*.test.ts`],
  ),
  testTimeout: 20_000,
};
