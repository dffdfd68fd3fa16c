/** The reading room over the shipped articles, on a free port. */
import { openReadingRoom } from "../../adapters/web/web.ts";
import { readFeed } from "../../src/delivery/channel-feed.ts";
import { type Desk, openDesk } from "../desk.ts";

export interface OpenSite {
  readonly at: string;
  readonly desk: Desk;
  readonly failures: readonly unknown[];
  /** The status, the headers and the text of a page. */
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; text: string }>;
  close(): Promise<void>;
}

export async function openSite({
  corpus,
  publicUrl = "",
  indexed = false,
}: {
  corpus?: string;
  publicUrl?: string;
  indexed?: boolean;
} = {}): Promise<OpenSite> {
  const desk = await openDesk(corpus === undefined ? {} : { corpus });
  const failures: unknown[] = [];
  const room = await openReadingRoom({
    site: {
      ...{ bot: desk.bot, zone: "Asia/Shanghai", locale: "en", publicUrl, indexed },
      channelFeed: (address) => readFeed(address, desk.doors),
    },
    host: "127.0.0.1",
    port: 0,
    failed: (error) => failures.push(error),
  });
  const at = `http://127.0.0.1:${room.port}`;
  return {
    at,
    desk,
    failures,
    async get(path, headers = {}) {
      const answer = await fetch(at + path, { headers, redirect: "manual" });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
    async close() {
      await room.stop();
      await desk.close();
    },
  };
}
