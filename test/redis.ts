/** A real redis-server of a test's own: private port, private folder; it can be killed, frozen and restarted. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./port.ts";

export interface TestRedis {
  readonly port: number;
  /** `redis://127.0.0.1:PORT` */
  readonly url: string;
  readonly folder: string;
  /** SIGKILL; what it has not written is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder, after `kill`. */
  restart(): Promise<void>;
  /** SIGSTOP: it accepts connections and answers nothing, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    socket.write("PING\r\n");
    const [reply] = await Promise.race([once(socket, "data"), wait(500, [""])]);
    return String(reply).length > 0;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * Starts a server and waits until it answers. `args` go to it as they are, e.g. `["--appendonly", "yes"]`.
 * Suites that use it are left out where redis-server is not installed: see `tiers.js`.
 */
export async function startRedis(args: readonly string[] = []): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), "sco-redis-"));
  const port = await freePort();
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(
      "redis-server",
      ["--port", `${port}`, "--dir", folder, "--bind", "127.0.0.1", "--save", "", ...args],
      { stdio: "ignore" },
    );
    const ended = once(child, "exit");
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (tries > 300) throw new Error(`redis-server on port ${port} does not answer`);
      const dead = await Promise.race([ended.then(() => true), wait(20, false)]);
      if (dead) throw new Error(`redis-server ended while starting: ${args.join(" ")}`);
    }
  };
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  // A test run that breaks off leaves no server behind.
  process.once("exit", () => child.kill("SIGKILL"));
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    folder,
    kill,
    restart: start,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
