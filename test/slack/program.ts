/** The real program, `node dist/src/main.js`, in front of the strict Slack. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../src/root.ts";
import { freePort } from "../port.ts";
import { until } from "./person.ts";
import type { Slack } from "./server.ts";

export interface Program {
  readonly child: ChildProcess;
  /** What it wrote to its log. */
  readonly said: () => string;
  /** Its exit code, once it ended. */
  readonly ended: Promise<number | null>;
  /** SIGTERM, and the exit code with how long that took. */
  end(): Promise<{ code: number | null; ms: number }>;
  /** Kills it and removes its data. */
  clear(): void;
}

/** Starts it in Socket Mode or over HTTP, itself or by `npm start`, and waits until it is connected. */
export async function startProgram(
  slack: Slack,
  mode: "socket" | "http",
  env: Record<string, string> = {},
  by: "node" | "npm" = "node",
): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), "sco-slack-"));
  const port = await freePort();
  // Without --ignore-scripts npm would build again while other tests run what is built.
  const [command, args] =
    by === "npm"
      ? ["npm", ["start", "--ignore-scripts"]]
      : [process.execPath, [join(root, "dist/src/main.js")]];
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      SCO_DATA_DIR: folder,
      SCO_POLL: "off",
      SCO_OPS_PORT: "off",
      SLACK_BOT_TOKEN: "xoxb-test-token",
      SLACK_API_URL: slack.url,
      PORT: String(port),
      ...(mode === "socket"
        ? { SLACK_APP_TOKEN: "xapp-test-token" }
        : { SLACK_SIGNING_SECRET: slack.signingSecret }),
      ...env,
    },
  });
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  if (mode === "http") slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  await until(
    () => /"adapter":"slack","msg":"started"/.test(said) || child.exitCode !== null,
    () => said,
    30_000,
  );
  return {
    child,
    said: () => said,
    ended,
    async end() {
      const asked = performance.now();
      child.kill("SIGTERM");
      const code = await ended;
      return { code, ms: performance.now() - asked };
    },
    clear() {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
