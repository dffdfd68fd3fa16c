/** The journal loses nothing that was confirmed: torn writes, kills, full disks, two processes. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { build } from "esbuild";
import * as z from "zod";
import { type Clock, systemClock } from "../../src/clock.ts";
import { journalStore } from "../../src/state/journal.ts";
import { readRows } from "../../src/state/rows.ts";
import type { StateStore } from "../../src/state/store.ts";
import { tooLong } from "../bench/turns.ts";
import { keysIn } from "./rows.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "sco-journal-"));
const file = (dir: string): string => join(dir, "state.jsonl");

const built = buildWriter();

async function reopened<T>(
  dir: string,
  look: (store: StateStore) => Promise<T>,
  clock: Clock = systemClock,
): Promise<T> {
  const store = journalStore(dir, clock);
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
    await store.set("feeds:a", { text: "上合" });
    for (const [name, value] of [
      ["b", 1],
      ["c", 2],
      ["a", undefined],
    ] as const)
      await store.set(`feeds:${name}`, value);
    expect(await store.claim("job", 60_000)).toBe(true);
  });
  await reopened(dir, async (store) => {
    expect(await store.list("feeds:")).toEqual([
      ["feeds:b", 1],
      ["feeds:c", 2],
    ]);
    expect(await store.claim("job", 60_000)).toBe(false);
  });
});

test("a torn write at every byte of the last change loses that change alone, and writing goes on", async () => {
  const dir = folder();
  await reopened(dir, async (store) => {
    await store.set("done:slack/T1/kept", "yes");
    await store.commit({ set: { "done:slack/T1/торн": "上海精神", "done:slack/T1/half": [1, 2, 3] } });
  });
  const bytes = readFileSync(file(dir));
  const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  for (let cut = last; cut < bytes.length; cut += 1) {
    writeFileSync(file(dir), bytes.subarray(0, cut));
    await reopened(dir, async (store) => {
      expect(await keysIn(store, "slack/T1/")).toEqual(["done:slack/T1/kept"]);
      await store.set("done:slack/T1/next", cut);
    });
    await reopened(dir, async (store) =>
      expect(await keysIn(store, "slack/T1/")).toEqual(["done:slack/T1/kept", "done:slack/T1/next"]),
    );
  }
});

const read = async (store: StateStore): Promise<unknown> =>
  Promise.all(["a", "b", "c"].map((key) => store.get(key)));
const copies = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => name.startsWith("state.jsonl.damaged-"))
    .map((name) => readFileSync(join(dir, name), "utf8"));

test("a row whose JSON is damaged within a good line is text, is put aside, and stops nothing else", async () => {
  const dir = folder();
  await reopened(dir, (store) => store.set("watch:slack/T1/C1:a", { q: 1 }));
  const line = [
    ["v:watch:slack/T1/C1:b", '["q":1}', null],
    ["n:many:slack/T1/C1", "[1,", 9e15],
  ];
  appendFileSync(file(dir), `${JSON.stringify(line)}\n`);
  await reopened(dir, async (store) => {
    const [counted, saved] = await Promise.all([
      store.count("many:slack/T1/C1", 1000),
      store.commit({ set: { "watch:slack/T2/C1:c": { q: 2 } } }),
    ]);
    expect([counted, saved]).toEqual([1, true]);
    const rows = await readRows(store, "watch:slack/T1/", z.looseObject({ q: z.number() }), 1);
    expect(rows).toEqual([{ q: 1 }]);
    expect((await store.list("dead-letter:slack/T1/")).map(([, letter]) => letter)).toEqual([
      expect.objectContaining({ key: "watch:slack/T1/C1:b", value: '["q":1}' }),
    ]);
  });
});

test("a line that was damaged inside is skipped, kept aside and told; a second damage has a copy of its own", async () => {
  const dir = folder();
  let now = Date.parse("2026-05-01T10:00:00Z");
  const dated = { ...systemClock, now: () => now };
  await reopened(dir, (store) => store.set("a", 1));
  appendFileSync(file(dir), "\0\0\0 not JSON\n");
  appendFileSync(file(dir), `${JSON.stringify([["v:b", "2", null]])}\n`);
  await reopened(
    dir,
    async (store) => {
      expect(await read(store)).toEqual([1, 2, undefined]);
      expect(store.health.fault).toContain("1 line");
      await store.set("c", 3);
    },
    dated,
  );
  expect(copies(dir)).toEqual(["\0\0\0 not JSON\n"]);
  expect(statSync(file(dir)).mode & 0o777).toBe(0o600);
  await reopened(dir, async (store) => {
    await store.set("c", 4);
    await store.set("c", 3);
    expect(await read(store)).toEqual([1, 2, 3]);
  });
  await reopened(dir, async (store) => {
    await store.get("a");
    expect(store.health.fault).toBeNull();
  });
  now += 86_400_000;
  appendFileSync(file(dir), "second\n");
  await reopened(dir, (store) => store.set("c", 5), dated);
  expect(copies(dir).sort()).toEqual(["\0\0\0 not JSON\n", "second\n"]);
});

test("a journal that the power took is not empty without a word: what is left of it is kept", async () => {
  const dir = folder();
  writeFileSync(file(dir), Buffer.alloc(5000));
  await reopened(dir, async (store) => {
    expect(await store.get("a")).toBeUndefined();
    expect(store.health.fault).toContain("could not be read");
    await store.set("a", 1);
  });
  expect(copies(dir)).toEqual(["\0".repeat(5000)]);
  await reopened(dir, async (store) => expect(await store.get("a")).toBe(1));
});

test("a long journal of few keys is compacted and still says the same", async () => {
  const dir = folder();
  await reopened(dir, async (store) => {
    for (let i = 0; i < 30; i += 1)
      await Promise.all(Array.from({ length: 100 }, (_, n) => store.set(`feeds:k${n % 7}`, i * 100 + n)));
  });
  expect(readFileSync(file(dir), "utf8").split("\n").length).toBeLessThan(2200);
  const values = await reopened(dir, (store) => store.list("feeds:k"));
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
    expect((await store.list("feeds:n")).length).toBeGreaterThan(0);
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
      const there = new Set((await store.list("feeds:n")).map(([key]) => key));
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
    expect(await store.get("kept")).toBe("yes");
    expect(store.health.fault).toContain("4 lines could not be read");
  });
});

test("a journal of many chunks is read as a stream: no turn is long, and lines that lie across chunks are whole", async () => {
  const dir = folder();
  const value = "я".repeat(50_000);
  const line = (key: string, kept: unknown) =>
    `${JSON.stringify([[`v:${key}`, JSON.stringify(kept), null]])}\n`;
  await reopened(dir, (store) => store.set("k:first", 1));
  expect(readFileSync(file(dir), "utf8")).toBe(line("k:first", 1));
  appendFileSync(file(dir), Array.from({ length: 300 }, (_, n) => line(`k:${n}`, value)).join(""));
  expect(statSync(file(dir)).size).toBeGreaterThan(25_000_000);
  const read = () =>
    reopened(dir, async (store) => {
      expect([await store.get("k:299"), await store.get("k:0"), store.health.fault]).toEqual([
        value,
        value,
        null,
      ]);
    });
  expect(await tooLong(read, { turnMs: 100, wholeMs: 5_000 })).toBeUndefined();
});
