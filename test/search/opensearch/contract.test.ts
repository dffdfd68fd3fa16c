/** The index in OpenSearch keeps the contract of all indexes, on a real node. */
import { afterAll, beforeAll, describe } from "@jest/globals";
import { type Clock, systemClock } from "../../../src/clock.ts";
import { type Cluster, openCluster } from "../../../src/net/cluster.ts";
import { createAnalyzer } from "../../../src/search/analyze.ts";
import { aliasOf, ensureIndex } from "../../../src/search/index/opensearch/indices.ts";
import { createEngineIndex } from "../../../src/search/index/opensearch/opensearch.ts";
import { indexContract } from "../../contract/index.ts";
import { type Engine, startEngine } from "../../engine/node.ts";

/** Deadlines are not what is tested here, and a busy machine is slow. */
const patient: Clock = { ...systemClock, sleep: () => new Promise(() => undefined) };

let engine: Engine;
let cluster: Cluster;
beforeAll(async () => {
  engine = await startEngine();
  cluster = openCluster({ urls: engine.urls, clock: patient });
}, 400_000);
afterAll(async () => {
  await cluster?.close();
  await engine?.stop();
});

describe("the index in OpenSearch", () => {
  let made = 0;
  indexContract(async () => {
    const { analyze } = createAnalyzer();
    const prefix = `contract${++made}`;
    const alias = aliasOf(prefix);
    await ensureIndex(cluster, prefix, "test");
    return createEngineIndex({ cluster, alias, analyze, keyOf: (source) => source, now: () => 1 });
  }, "until merged");
});
