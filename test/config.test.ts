import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { ConfigError, readConfig, SECRET_VARIABLES } from "../src/config.ts";
import { root } from "../src/root.ts";

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.faults;
    throw thrown;
  }
};

describe("the settings", () => {
  test("have defaults for everything and cannot be changed", () => {
    const config = readConfig({ PORT: "", SCO_ALLOW_HOSTS: " a.example , b.example:8080 " });
    expect(config).toMatchObject({
      PORT: 3000,
      SCO_DATA_DIR: "data",
      SCO_ALLOW_HOSTS: ["a.example", "b.example:8080"],
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test("every fault is reported at once, with the variable, what it got, what it wants", () => {
    expect(
      faultsOf({ PORT: "seventy", SCO_ZONE: "Mars/Base", SCO_LOCALE: "fr", SLACK_API_URL: "ftp://x" }),
    ).toEqual([
      'SCO_LOCALE is "fr"; it wants one of en, zh, ru.',
      'SCO_ZONE is "Mars/Base"; it wants a time zone such as Asia/Shanghai.',
      'PORT is "seventy"; it wants a port number.',
      'SLACK_API_URL is "ftp://x"; it wants an address that begins with http:// or https://.',
    ]);
  });

  test("a wrong secret is not repeated", () => {
    const [fault = ""] = faultsOf({ SLACK_BOT_TOKEN: "hunter2-canary", SLACK_SIGNING_SECRET: "s" });
    expect(fault).toContain("xoxb-");
    expect(fault).not.toContain("canary");
  });

  test.each([
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET"],
    [{ SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN is not"],
    [{ SLACK_CLIENT_ID: "1" }, "SLACK_CLIENT_SECRET and SLACK_STATE_SECRET are not"],
    [{ LLM_BASE_URL: "http://127.0.0.1:1" }, "LLM_MODEL is not"],
  ])("%j misses a partner", (env, part) => {
    expect(faultsOf(env).join("\n")).toContain(part);
  });

  test(".env.example explains every variable, and names no other", () => {
    const example = readFileSync(join(root, ".env.example"), "utf8");
    const explained = [...example.matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(Object.keys(readConfigShape()).sort());
    for (const name of SECRET_VARIABLES) expect(explained).toContain(name);
    // A new platform's token is cut out of the log only when it stands there.
    for (const name of explained)
      if (/TOKEN|SECRET|KEY|PASSWORD/.test(name ?? "")) expect(SECRET_VARIABLES).toContain(name);
  });
});

/** Every variable set to something valid, so that all of them show up as keys. */
function readConfigShape() {
  return readConfig({
    NODE_ENV: "test",
    NO_COLOR: "1",
    LANG: "en",
    SCO_LOCALE: "en",
    SCO_ZONE: "UTC",
    SCO_LOG_LEVEL: "info",
    SCO_SECRET_KEY: "0123456789abcdef",
    SCO_FEEDS: "x",
    SCO_OPS_PORT: "1",
    REDIS_URL: "redis://x",
    PORT: "1",
    SLACK_BOT_TOKEN: "xoxb-1",
    SLACK_APP_TOKEN: "xapp-1",
    SLACK_SIGNING_SECRET: "s",
    SLACK_CLIENT_ID: "1",
    SLACK_CLIENT_SECRET: "1",
    SLACK_STATE_SECRET: "1",
    SLACK_API_URL: "http://x",
    DISCORD_TOKEN: "t",
    DISCORD_API_URL: "http://x",
    DISCORD_SHARDS: "2",
    DISCORD_MANAGER_ROLE: "r",
    LLM_BASE_URL: "http://x",
    LLM_API_KEY: "k",
    LLM_MODEL: "m",
  });
}
