/** Writes keys to a journal until it is killed, and prints each key once its write is confirmed. */
import { systemClock } from "../../src/clock.ts";
import { journalStore } from "../../src/state/journal.ts";

const store = journalStore(process.argv[2] ?? "", systemClock);
const start = (await store.list("feeds:n")).length;
// The clock's timers do not keep a process alive, and neither do finished writes.
setInterval(() => undefined, 1000);
for (let i = start; ; i += 1) {
  await store.set(`feeds:n${String(i).padStart(6, "0")}`, { i, text: "上合组织".repeat(i % 50) });
  process.stdout.write(`feeds:n${String(i).padStart(6, "0")}\n`);
}
