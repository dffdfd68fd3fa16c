/** Makes the feeds' door; the network and the reading thread are loaded when it is first knocked at. */
import type { Words } from "../i18n/words.ts";
import type { Feeds, FeedsOptions } from "./feeds.ts";

/** Rejects, when first used, with Refusal("url") for an entry of `allowHosts` that is none. */
export function createFeeds(options: FeedsOptions): Feeds {
  let opening: Promise<Opened> | undefined;
  let faults: readonly Words[] = [];
  const open = async () => {
    opening ??= opened(options);
    const made = await opening;
    faults = (await made.room.list()).faults;
    return made;
  };
  return {
    get faults() {
      return faults;
    },
    async test(url, given, signal) {
      const { room, probe } = await open();
      return probe(room, url, given, signal);
    },
    async titleOf(url, signal, trusted) {
      const { room } = await open();
      return (await import("./page-title.ts")).titleOf(room, url, signal, trusted);
    },
    async list() {
      const { room } = await open();
      return (await import("./health.ts")).healthOf(room);
    },
    async add(url, given, signal) {
      const { room, follow } = await open();
      return follow(room, url, given, signal);
    },
    async remove(url) {
      const { room, unfollow } = await open();
      return unfollow(room, url);
    },
    async packs() {
      const { room } = await open();
      const { packsOf } = await import("./packs.ts");
      const followed = new Set((await room.followed()).map(({ url }) => url));
      return packsOf((await room.list()).specs, followed, options.packs);
    },
    async check(tell, signal) {
      const { room } = await open();
      return (await import("./check.ts")).checkFeeds(room, tell, signal);
    },
    async poll(poll, signal) {
      const { room } = await open();
      return (await import("./poller.ts")).pollFeeds(room, poll, signal);
    },
    async keepGoing(going, signal) {
      const { room } = await open();
      return (await import("./schedule.ts")).keepGoing(room, going, signal);
    },
    async close() {
      const made = await opening?.catch(() => undefined);
      await Promise.all([made?.room.guard.close(), made?.room.reader.close()]);
    },
  };
}

type Opened = Awaited<ReturnType<typeof opened>>;

async function opened(options: FeedsOptions) {
  const { openRoom, probe, follow, unfollow } = await import("./room.ts");
  return { room: openRoom(options), probe, follow, unfollow };
}
