/** A real redis-server of a test's own: private port, private folder; it can be killed, frozen and restarted. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

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

const WHAT_TO_INSTALL =
  "These tests need a real Redis 7: install redis-server (Debian: apt-get install redis-server; macOS: brew install redis) or start Docker.";

/** A port on the loopback that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** How a server is started and signalled here: the program itself, or a container of it. */
interface Launcher {
  start(port: number, folder: string, args: readonly string[]): ChildProcess;
  signal(child: ChildProcess, port: number, signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
}

const program: Launcher = {
  start: (port, folder, args) =>
    spawn("redis-server", ["--port", `${port}`, "--dir", folder, "--bind", "127.0.0.1", ...args], {
      stdio: "ignore",
    }),
  signal: (child, _port, signal) => void child.kill(signal),
};

const container: Launcher = {
  start: (port, folder, args) => {
    const where = ["-p", `127.0.0.1:${port}:${port}`, "-v", `${folder}:/data`, "--name", `sco-test-${port}`];
    const server = ["redis:7", "redis-server", "--port", `${port}`, "--protected-mode", "no", ...args];
    return spawn("docker", ["run", "--rm", ...where, ...server], { stdio: "ignore" });
  },
  signal: (_child, port, signal) => {
    const verb = { SIGKILL: "kill", SIGSTOP: "pause", SIGCONT: "unpause" }[signal];
    spawnSync("docker", [verb, `sco-test-${port}`], { stdio: "ignore" });
  },
};

function launcher(): Launcher {
  if (spawnSync("redis-server", ["--version"]).status === 0) return program;
  if (spawnSync("docker", ["image", "inspect", "redis:7"]).status === 0) return container;
  if (spawnSync("docker", ["pull", "redis:7"], { timeout: 240_000 }).status === 0) return container;
  throw new Error(WHAT_TO_INSTALL);
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
 * @throws Error with one sentence that says what to install, when there is no Redis to be had
 */
export async function startRedis(args: readonly string[] = []): Promise<TestRedis> {
  const how = launcher();
  const folder = mkdtempSync(join(tmpdir(), "sco-redis-"));
  const port = await freePort();
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = how.start(port, folder, ["--save", "", ...args]);
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
    how.signal(child, port, "SIGKILL");
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
    freeze: () => how.signal(child, port, "SIGSTOP"),
    thaw: () => how.signal(child, port, "SIGCONT"),
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
