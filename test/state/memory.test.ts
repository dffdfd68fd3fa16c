/** The backends without a server pass the contract. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/clock.ts";
import { journalStore } from "../../src/state/journal.ts";
import { memoryStore } from "../../src/state/memory.ts";
import { rememberingStore } from "../../src/state/remembering.ts";
import { stateStoreContract } from "../contract/state-store.ts";

let now = 1_000_000;
const clock = { ...systemClock, now: () => now };
const pass = async (ms: number) => {
  now += ms;
};

stateStoreContract("memory", {
  open: async () => {
    const store = memoryStore(clock);
    return [store, store];
  },
  pass,
});

stateStoreContract("the journal", {
  open: async () => {
    const store = journalStore(mkdtempSync(join(tmpdir(), "sco-journal-")), clock);
    return [store, store];
  },
  pass,
});

stateStoreContract("remembered memory", {
  open: async () => {
    const store = memoryStore(clock);
    return [rememberingStore(store), rememberingStore(store)];
  },
  pass,
});
