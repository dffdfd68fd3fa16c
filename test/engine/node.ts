/** Real OpenSearch nodes of a test's own: private ports and folders; they can be killed, paused and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../port.ts";
import { engineLibraries } from "./libraries.ts";

export interface EngineNode {
  readonly name: string;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Of its process; undefined while it does not run. */
  readonly pid: number | undefined;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again on the same ports and folder. */
  restart(): Promise<void>;
  /** SIGSTOP: it accepts connections and answers nothing, until `thaw`. */
  freeze(): void;
  thaw(): void;
}

export interface Engine {
  readonly nodes: readonly EngineNode[];
  readonly urls: readonly string[];
  /** Ends all nodes and removes their folders. */
  stop(): Promise<void>;
}

/** Heap of a node, in megabytes. */
const HEAP = 384;
/** A node that is there for some seconds compiles little; one that is measured is as OpenSearch starts it. */
const FLAGS = {
  test: ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"],
  server: ["-XX:+UseG1GC", "-XX:G1ReservePercent=25", "-XX:InitiatingHeapOccupancyPercent=30"],
};
/** On a busy machine; on a quiet one it takes four seconds. */
const START_MS = 300_000;

/**
 * Starts nodes and waits until they are one cluster. Suites that use it are left out where Java or Maven is not
 * installed: see `tiers.js`.
 */
export async function startEngine(count = 1, heap = HEAP, as: keyof typeof FLAGS = "test"): Promise<Engine> {
  const libraries = engineLibraries();
  const folder = mkdtempSync(join(tmpdir(), "sco-engine-"));
  const ports = await Promise.all(Array.from({ length: 2 * count }, freePort));
  const names = Array.from({ length: count }, (_, n) => `node-${n + 1}`);
  const hosts = names.map((_, n) => `127.0.0.1:${ports[count + n]}`);
  const nodes = names.map((name, n) => {
    const settings = {
      "path.home": join(folder, name),
      "path.repo": join(folder, "snapshots"),
      "cluster.name": `sco-${ports[0]}`,
      "node.name": name,
      "network.host": "127.0.0.1",
      "http.port": ports[n],
      "transport.port": ports[count + n],
      "transport.type": "netty4",
      "http.type": "netty4",
      "cluster.routing.allocation.disk.threshold_enabled": false,
      "action.auto_create_index": false,
      ...(count === 1
        ? { "discovery.type": "single-node" }
        : {
            "discovery.seed_hosts": hosts.join(","),
            "cluster.initial_cluster_manager_nodes": names.join(","),
            "cluster.fault_detection.leader_check.interval": "1s",
          }),
    };
    return startNode(name, `http://127.0.0.1:${ports[n]}`, {
      libraries,
      flags: [`-Xms${heap}m`, `-Xmx${heap}m`, ...FLAGS[as]],
      log: join(folder, `${name}.log`),
      settings: Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    });
  });
  const engine: Engine = {
    nodes,
    urls: nodes.map(({ url }) => url),
    async stop() {
      await Promise.all(nodes.map((node) => node.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await Promise.all(nodes.map((node) => node.restart()));
    await health(nodes[0]?.url ?? "", `wait_for_nodes=${count}&timeout=60s`);
  } catch (thrown) {
    await engine.stop();
    throw thrown;
  }
  return engine;
}

function startNode(
  name: string,
  url: string,
  own: {
    libraries: string;
    flags: readonly string[];
    log: string;
    settings: readonly string[];
  },
): EngineNode {
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  // A test run that breaks off leaves no node behind.
  process.once("exit", () => child?.kill("SIGKILL"));
  return {
    name,
    url,
    get pid() {
      return child?.pid;
    },
    kill,
    async restart() {
      const { flags, libraries, log } = own;
      const started = spawn(
        "java",
        [...flags, "-cp", `${libraries}:${join(libraries, "*")}`, "TestNode", ...own.settings],
        {
          stdio: ["ignore", "pipe", "pipe"],
        },
      );
      child = started;
      const file = createWriteStream(log, { flags: "a" });
      started.stdout.pipe(file);
      started.stderr.pipe(file);
      for (const began = performance.now(); !(await answers(url)); await wait(100)) {
        if (started.exitCode !== null || performance.now() - began > START_MS)
          throw new Error(`${name} does not start: ${readFileSync(log, "utf8").slice(-2_000)}`);
      }
    },
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

/** Waits for what the cluster's health is asked to wait for. */
async function health(url: string, question: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await fetch(`${url}/_cluster/health?${question}`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(500);
  }
  throw new Error(`the cluster is not as it should be: ${question}`);
}
