/** The thread in which feeds and pages are read, so that hostile markup can be stopped from outside. */
import { parentPort } from "node:worker_threads";
import { reasonOf } from "../errors.ts";
import type { Job } from "./reader.ts";

parentPort?.on("message", async (job: Job) => {
  try {
    parentPort?.postMessage({ read: await read(job) });
  } catch (thrown) {
    parentPort?.postMessage({ failed: reasonOf(thrown) });
  }
});

/** Each kind's libraries are loaded when the first job of that kind comes. */
async function read(job: Job): Promise<unknown> {
  if (job.kind === "feed") return (await import("./feed.ts")).readFeed(job.source);
  return (await import("./page.ts")).readPage(job.source);
}
