/** local-slack, a real Slack-like server of somebody else's: where it is, and how to start it. It is never required. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "../../src/root.ts";
import { freePort } from "../port.ts";
import { until } from "./person.ts";

/** Its program: what LOCAL_SLACK names, an installed package of it, or `local-slack` on the path; else null. */
export function findLocalSlack(env: Readonly<Record<string, string | undefined>>): string | null {
  const places = [
    env.LOCAL_SLACK ?? "",
    join(root, "node_modules/local-slack-linux-x64/bin/local-slack"),
    ...(env.PATH ?? "").split(delimiter).map((folder) => join(folder, "local-slack")),
  ];
  return places.find((place) => place !== "" && existsSync(place)) ?? null;
}

/** Starts it with one app that listens over a socket or at an address. */
export async function startLocalSlack(program: string, requestUrl?: string) {
  const folder = mkdtempSync(join(tmpdir(), "local-slack-"));
  const port = await freePort();
  const app = {
    appId: "A1",
    botUserId: "U0BOT",
    botName: "sco",
    botToken: "xoxb-test-token",
    appToken: "xapp-test-token",
    signingSecret: "test-signing-secret",
    mode: requestUrl ? "events" : "socket",
    requestUrl,
  };
  const config = {
    workspace: { name: "Desk", domain: "desk", teamId: "T1" },
    apps: [app],
    users: [{ id: "U1", name: "aigerim", tz: "Asia/Almaty" }],
    channels: [{ id: "C1", name: "news", members: ["U1", "U0BOT"] }],
  };
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const child: ChildProcess = spawn(
    program,
    ["--config", join(folder, "config.json"), "--port", String(port), "--base-host", "127.0.0.1"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  await until(
    () => said.includes("local-slack is running"),
    () => said,
    20_000,
  );
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async tell(what: string, body: unknown): Promise<void> {
      await fetch(`${url}/_control/${what}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    },
    async messages() {
      const answer = (await (await fetch(`${url}/_control/messages/C1`)).json()) as {
        messages: {
          ts: string;
          text: string;
          user: string;
          thread_ts?: string;
          subtype?: string;
          blocks?: { type: string; block_id: string; elements?: Record<string, unknown>[] }[];
        }[];
      };
      return answer.messages.filter(({ user }) => user === "U0BOT");
    },
    close() {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
