/** The reading room over the shipped articles, on a free port. */
import { openReadingRoom } from "../../adapters/web/web.ts";
import { createChannelFeeds } from "../../src/delivery/channel-feed-reader.ts";
import type { FairUse } from "../../src/inbox/fair-use.ts";
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
  fair,
}: {
  corpus?: string;
  publicUrl?: string;
  indexed?: boolean;
  fair?: FairUse;
} = {}): Promise<OpenSite> {
  const desk = await openDesk({ ...(corpus !== undefined && { corpus }), ...(fair && { hooks: { fair } }) });
  const failures: unknown[] = [];
  const room = await openReadingRoom({
    site: {
      ...{ bot: desk.bot, zone: "Asia/Shanghai", locale: "en", publicUrl, indexed },
      channelFeed: createChannelFeeds(desk.doors, fair),
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
