/** How articles are sent: the engine is at work on one bulk while the next is made, and changes of one article keep their order. */
import { expect, test } from "@jest/globals";
import { type Cluster, ClusterError } from "../../../src/net/cluster.ts";
import { createAnalyzer } from "../../../src/search/analyze.ts";
import { createWriter } from "../../../src/search/index/opensearch/write.ts";
import { article } from "../engine/articles.ts";

interface Bulk {
  readonly ids: readonly string[];
  answer(status?: number): void;
}

/** A cluster that answers when it is told to. */
function slowCluster() {
  const open: Bulk[] = [];
  const sent: string[][] = [];
  const texts: string[] = [];
  let most = 0;
  const cluster = {
    ask: (_: string, __: string, { lines }: { lines: readonly string[] }) =>
      new Promise((resolve, reject) => {
        const actions = lines.filter((line) => /^\{"(?:index|create)":\{/.test(line));
        const ids = actions.map((line) => /"_id":"([^"]+)"/.exec(line)?.[1] ?? "");
        sent.push(ids);
        texts.push(...lines);
        const bulk: Bulk = {
          ids,
          answer(status = 200) {
            open.splice(open.indexOf(bulk), 1);
            if (status !== 200) reject(new ClusterError(status, "busy", "too busy"));
            else resolve({ status, body: { items: ids.map((_id) => ({ index: { _id, status: 201 } })) } });
          },
        };
        open.push(bulk);
        most = Math.max(most, open.length);
      }),
    close: async () => {},
  };
  return { cluster: cluster as unknown as Cluster, open, sent, texts, most: () => most };
}

const { analyze } = createAnalyzer();
const writerTo = (cluster: Cluster) =>
  createWriter({ cluster, alias: "a", analyze, keyOf: (source) => source }, "a-1");
const put = (id: string) => ({ id, version: 1, article: article(id, `${id} railway.`) });
/** Lets what is under way go on as far as it can. */
const settle = () => new Promise((done) => setTimeout(done, 20));
const until = async (is: () => boolean) => {
  for (let tries = 0; tries < 3_000 && !is(); tries++) await settle();
  expect(is()).toBe(true);
};

test("two bulks are on their way at once, and no more", async () => {
  const { cluster, open, most } = slowCluster();
  const long = "!".repeat(2_000_000);
  const large = Array.from({ length: 6 }, (_, i) => ({
    ...put(`large${i}`),
    article: article(`large${i}`, long),
  }));
  const written = writerTo(cluster).write(large);
  for (let answered = 0; answered < 6; answered++) {
    await until(() => open.length >= Math.min(2, 6 - answered));
    await settle();
    open[0]?.answer();
  }
  await settle();
  open[0]?.answer();
  expect(await written).toEqual([]);
  expect(most()).toBe(2);
}, 60_000);

test("a change of an article waits for the one before", async () => {
  const { cluster, open, sent } = slowCluster();
  const written = writerTo(cluster).write([put("one"), put("two"), { id: "one", version: 1, article: null }]);
  await until(() => open.length === 1);
  await settle();
  expect(sent).toHaveLength(1);
  open[0]?.answer();
  await until(() => open.length === 1);
  open[0]?.answer();
  await written;
  expect(sent.map((ids) => ids.filter((id) => !id.startsWith("word:")))).toEqual([["one", "two"], ["one"]]);
});

test("one that fails is waited for with the others, and its words are sent again", async () => {
  const { cluster, open, sent } = slowCluster();
  const writer = writerTo(cluster);
  const first = writer.write([put("one")]);
  await until(() => open.length === 1);
  open[0]?.answer(429);
  await expect(first).rejects.toThrow("too busy");
  const again = writer.write([put("one")]);
  await until(() => open.length === 1);
  open[0]?.answer();
  await again;
  expect(sent[0]?.some((id) => id.startsWith("word:"))).toBe(true);
  expect(sent[1]).toEqual(sent[0]);
});

test("what an article has is sent once: its words with the first that has them, its terms beside its text alone", async () => {
  const { cluster, open, sent, texts } = slowCluster();
  const writer = writerTo(cluster);
  for (const id of ["one", "two"]) {
    const written = writer.write([put(id)]);
    await until(() => open.length === 1);
    open[0]?.answer();
    await written;
  }
  expect(sent.map((ids) => ids.includes("word:railway"))).toEqual([true, false]);
  expect(texts.at(-1)?.match(/railwai/g)).toHaveLength(1);
});
