/** The thread in which feeds and pages are read, so that hostile markup can be stopped from outside. */
import { parentPort } from "node:worker_threads";
import { reasonOf } from "../errors.ts";
import { readFeed } from "./feed.ts";
import { readPage } from "./page.ts";
import type { Job } from "./reader.ts";

parentPort?.on("message", (job: Job) => {
  try {
    parentPort?.postMessage({ read: job.kind === "feed" ? readFeed(job.source) : readPage(job.source) });
  } catch (thrown) {
    parentPort?.postMessage({ failed: reasonOf(thrown) });
  }
});
