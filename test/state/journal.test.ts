/** The journal loses nothing that was confirmed: torn writes, kills, full disks, two processes. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { build } from "esbuild";
import { systemClock } from "../../src/clock.ts";
import { journalStore } from "../../src/state/journal.ts";
import type { StateStore } from "../../src/state/store.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "sco-journal-"));
const file = (dir: string): string => join(dir, "state.jsonl");

const built = buildWriter();

async function reopened<T>(dir: string, look: (store: StateStore) => Promise<T>): Promise<T> {
  const store = journalStore(dir, systemClock);
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

test("nothing is on the disk before the first write, and everything is there after a reopening", async () => {
  const dir = join(folder(), "data");
  await reopened(dir, async (store) => expect(await store.get("a")).toBeUndefined());
  expect(existsSync(dir)).toBe(false);
  await reopened(dir, async (store) => {
    await store.set("a", { text: "上合" });
    await store.commit({ set: { b: 1, c: 2, a: undefined } });
    expect(await store.claim("job", 60_000)).toBe(true);
  });
  await reopened(dir, async (store) => {
    expect(await store.entries("")).toEqual([
      ["b", 1],
      ["c", 2],
    ]);
    expect(await store.claim("job", 60_000)).toBe(false);
  });
});

test("a torn write at every byte of the last change loses that change alone, and writing goes on", async () => {
  const dir = folder();
  await reopened(dir, async (store) => {
    await store.set("kept", "yes");
    await store.commit({ set: { торн: "上海精神", half: [1, 2, 3] } });
  });
  const bytes = readFileSync(file(dir));
  const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  for (let cut = last; cut < bytes.length; cut += 1) {
    writeFileSync(file(dir), bytes.subarray(0, cut));
    await reopened(dir, async (store) => {
      expect(await store.keys("")).toEqual(["kept"]);
      await store.set("next", cut);
    });
    await reopened(dir, async (store) => expect(await store.keys("")).toEqual(["kept", "next"]));
  }
});

test("a line that was damaged inside is skipped, kept aside and told", async () => {
  const dir = folder();
  await reopened(dir, (store) => store.set("a", 1));
  appendFileSync(file(dir), "\0\0\0 not JSON\n");
  appendFileSync(file(dir), `${JSON.stringify([["v:b", "2", null]])}\n`);
  await reopened(dir, async (store) => {
    expect(await store.keys("")).toEqual(["a", "b"]);
    expect(store.health.fault).toContain("1 line");
    await store.set("c", 3);
  });
  expect(readFileSync(`${file(dir)}.damaged`, "utf8")).toContain("not JSON");
  await reopened(dir, async (store) => {
    expect(await store.keys("")).toEqual(["a", "b", "c"]);
    expect(store.health.fault).toBeNull();
  });
});

test("a long journal of few keys is compacted and still says the same", async () => {
  const dir = folder();
  await reopened(dir, async (store) => {
    for (let i = 0; i < 30; i += 1)
      await Promise.all(Array.from({ length: 100 }, (_, n) => store.set(`k:${n % 7}`, i * 100 + n)));
  });
  expect(readFileSync(file(dir), "utf8").split("\n").length).toBeLessThan(2200);
  const values = await reopened(dir, (store) => store.entries("k:"));
  expect(values.map(([, value]) => value)).toEqual([2998, 2999, 2993, 2994, 2995, 2996, 2997]);
});

test("a disk that cannot be written says so, changes nothing, and works again when it can", async () => {
  const dir = join(folder(), "data");
  writeFileSync(dir, "a file where the folder should be");
  const store = journalStore(dir, systemClock);
  await expect(store.set("a", 1)).rejects.toMatchObject({ code: "unavailable" });
  expect(store.health.fault).toContain("cannot be");
  rmSync(dir);
  expect(await store.get("a")).toBeUndefined();
  await store.set("a", 2);
  expect(store.health).toEqual({ backend: "journal", fault: null });
  expect(await store.get("a")).toBe(2);
  await store.close();
});

test("a second process may read and is told who holds the folder when it writes", async () => {
  const dir = folder();
  const writer = await started(dir);
  await line(writer);
  await reopened(dir, async (store) => {
    expect((await store.keys("n:")).length).toBeGreaterThan(0);
    await expect(store.set("mine", 1)).rejects.toThrow(`process ${writer.pid}@`);
  });
  writer.kill("SIGKILL");
  await once(writer, "exit");
  await reopened(dir, (store) => store.set("mine", 1));
});

test("a holder on another machine is believed while it touches its lock, and taken for gone when it does not", async () => {
  const dir = folder();
  const lock = join(dir, "state.lock");
  writeFileSync(lock, "1@another-machine#5");
  await reopened(dir, async (store) => {
    await expect(store.set("a", 1)).rejects.toThrow("1@another-machine");
  });
  const longAgo = systemClock.now() / 1000 - 60;
  utimesSync(lock, longAgo, longAgo);
  await reopened(dir, async (store) => {
    await store.set("a", 1);
    expect(readFileSync(lock, "utf8")).toContain(`${process.pid}@`);
  });
  expect(existsSync(lock)).toBe(false);
});

test("a process killed between or during writes loses no confirmed one", async () => {
  const dir = folder();
  for (let round = 0; round < 8; round += 1) {
    const writer = await started(dir);
    let confirmed = "";
    writer.stdout?.on("data", (text: Buffer) => {
      confirmed += text.toString();
    });
    await line(writer);
    writer.kill("SIGKILL");
    await once(writer, "close");
    const keys = confirmed.split("\n").slice(0, -1);
    await reopened(dir, async (store) => {
      const there = new Set(await store.keys("n:"));
      expect(keys.filter((key) => !there.has(key))).toEqual([]);
    });
  }
});

/** The path of the writer as a program of its own. */
async function buildWriter(): Promise<string> {
  const outfile = join(folder(), "writer.mjs");
  const entry = join(import.meta.dirname, "journal-writer.ts");
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm" });
  return outfile;
}

/** A process that writes one key after another and prints each once it is confirmed. */
async function started(dir: string): Promise<ChildProcess> {
  return spawn(process.execPath, [await built, dir], { stdio: ["ignore", "pipe", "inherit"] });
}

const line = (child: ChildProcess): Promise<unknown> => once(child.stdout ?? child, "data");

test("a line of JSON that is no change is left out and told, and the others are read", async () => {
  const dir = folder();
  await reopened(dir, (store) => store.set("kept", "yes"));
  appendFileSync(file(dir), '{"a":1}\nnull\n[["key"]]\n[[1,"2",null]]\n');
  await reopened(dir, async (store) => {
    expect(await store.keys("")).toEqual(["kept"]);
    expect(store.health.fault).toContain("4 lines could not be read");
  });
});
