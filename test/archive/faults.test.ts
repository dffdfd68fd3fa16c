/**
 * Three real nodes of which some die or stop: no error reaches a person, and no article that was kept is lost or there twice.
 * One fault is always tried, the others with SCO_TEST_ENGINE_FAULTS=1 (`npm run chaos:engine`).
 */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Archive } from "../../src/archive/archive.ts";
import { type Clock, clockAt } from "../../src/clock.ts";
import { type Desk, NOW, openDesk } from "../desk.ts";
import { type Engine, type EngineNode, startEngine } from "../engine/node.ts";
import { article } from "../search/engine/articles.ts";

const others = process.env.SCO_TEST_ENGINE_FAULTS === "1" ? test : test.skip;
/** Articles that come while something fails, in batches. */
const BATCHES = 8;
const BATCH = 40;

let engine: Engine;
let desk: Desk;
jest.setTimeout(300_000);
beforeAll(async () => {
  engine = await startEngine(3, 256);
  // The circuit's half minute takes three seconds here; deadlines are as they are.
  const clock: Clock = { ...clockAt(NOW), monotonic: () => performance.now() * 10 };
  desk = await openDesk({ env: { SCO_SEARCH_URL: engine.urls.join(), SCO_SEARCH_PREFIX: "faults" }, clock });
  await retried(() => archive().bring());
  await whole();
}, 400_000);
afterAll(async () => {
  for (const node of engine?.nodes ?? []) node.thaw();
  await desk?.close();
  await engine?.stop();
});

const archive = (): Archive => {
  if (!desk.doors.archive) throw new Error("the desk has no archive");
  return desk.doors.archive;
};

/** What the bot does by itself, a second later each time. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (thrown) {
      if (tries === 100) throw thrown;
      await wait(500);
    }
  }
}

/** Asks a node that answers. */
async function ask<T>(path: string): Promise<T> {
  return retried(async () => {
    for (const { url } of engine.nodes) {
      const answer = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(90_000) }).catch(
        () => undefined,
      );
      if (answer?.ok) return (await answer.json()) as T;
    }
    throw new Error("no node answers");
  });
}
const whole = () => ask("/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=80s");

/** Articles come and somebody searches while a fault is under way; then everything is back, and counted. */
async function holdsThrough(word: string, fault: () => Promise<void>): Promise<void> {
  const ids: string[] = [];
  const outcomes = new Set<string>();
  let isOver = false;
  const searching = (async () => {
    for (let n = 0; !isOver; n++)
      outcomes.add((await desk.ask(n % 2 === 0 ? "search media" : `search ${word}`)).outcome);
  })();
  const writing = (async () => {
    for (let batch = 0; batch < BATCHES; batch++) {
      const made = Array.from({ length: BATCH }, (_, n) =>
        article(`${word}${batch}x${n}`, `The ${word}, ${n}.`),
      );
      await desk.doors.keeper.keep(made.map((one) => ({ ...one, url: `https://x.example/${one.id}` })));
      ids.push(...made.map(({ id }) => id));
      await retried(() => archive().bring());
    }
  })();
  await wait(300);
  await fault();
  await writing;
  isOver = true;
  await searching;
  await whole();
  await retried(() => archive().bring());
  expect(await retried(() => archive().verify(() => {}))).toMatchObject({ missing: 0, resurrected: 0 });
  await ask("/_refresh");
  const { hits } = await ask<{ hits: { hits: readonly { _id: string }[] } }>(
    `/faults-articles/_search?size=1000&q=id:${word}*`,
  );
  expect(hits.hits.map(({ _id }) => _id).sort()).toEqual([...ids].sort());
  expect([...outcomes].filter((outcome) => outcome !== "answered" && outcome !== "nothing")).toEqual([]);
  expect(desk.logged.filter((line) => line.includes("a command failed"))).toEqual([]);
}

const nodeCalled = (name: string): EngineNode => {
  const node = engine.nodes.find((one) => one.name === name);
  if (!node) throw new Error(`no node ${name}`);
  return node;
};

test("a node is killed in a bulk and in a search", async () => {
  // The one that has the articles first.
  const shards = await ask<readonly { prirep: string; node: string }[]>(
    "/_cat/shards/faults-articles?format=json&h=prirep,node",
  );
  const node = nodeCalled(shards.find(({ prirep }) => prirep === "p")?.node ?? "");
  await holdsThrough("tunnel", async () => {
    await node.kill();
    await wait(1_000);
    await node.restart();
  });
});

others("the cluster manager is killed", async () => {
  const [{ node } = { node: "" }] = await ask<readonly { node: string }[]>(
    "/_cat/cluster_manager?format=json&h=node",
  );
  await holdsThrough("bridge", async () => {
    await nodeCalled(node).kill();
    await wait(1_000);
    await nodeCalled(node).restart();
  });
});

others("all nodes are started anew", async () => {
  await holdsThrough("harbour", async () => {
    await Promise.all(engine.nodes.map((node) => node.kill()));
    await wait(1_000);
    await Promise.all(engine.nodes.map((node) => node.restart()));
  });
});

others("a node stops for a while, and accepts connections", async () => {
  const [node] = engine.nodes;
  await holdsThrough("canal", async () => {
    node?.freeze();
    await wait(4_000);
    node?.thaw();
  });
});
