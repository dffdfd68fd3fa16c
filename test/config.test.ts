import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { ConfigError, readConfig, variablesOf } from "../src/config.ts";
import { platforms } from "../src/main/platforms.ts";
import { root } from "../src/root.ts";

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env, platforms);
    return [];
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.faults;
    throw thrown;
  }
};

describe("the settings", () => {
  test("have defaults for everything and cannot be changed", () => {
    const config = readConfig({ SCO_OPS_PORT: "", SCO_ALLOW_HOSTS: " a.example , b.example:8080 " });
    expect(config).toMatchObject({
      SCO_OPS_PORT: 9464,
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

  test("a secret may be in a file, as Docker and Kubernetes hand it over", () => {
    const folder = mkdtempSync(join(tmpdir(), "sco-secrets-"));
    const [token, empty] = [join(folder, "token"), join(folder, "empty")];
    writeFileSync(token, "xoxb-canary\n");
    writeFileSync(empty, "\n");
    const app = { SLACK_APP_TOKEN: "xapp-1" };
    const config = readConfig({ ...app, SLACK_BOT_TOKEN_FILE: token }, platforms);
    expect(config.given.SLACK_BOT_TOKEN).toBe("xoxb-canary");
    expect(config.secrets).toContain("xoxb-canary");
    const [both] = faultsOf({ ...app, SLACK_BOT_TOKEN_FILE: token, SLACK_BOT_TOKEN: "xoxb-1" });
    expect(both).toMatch(/^SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set/);
    const [gone] = faultsOf({ DISCORD_TOKEN_FILE: join(folder, "gone") });
    expect(gone).toMatch(/^DISCORD_TOKEN_FILE cannot be read \(.*ENOENT/);
    expect(faultsOf({ DISCORD_TOKEN_FILE: empty }).join()).toContain("empty");
    // What is no secret is not read from files.
    expect(readConfig({ SCO_LOCALE_FILE: token }).SCO_LOCALE).toBeUndefined();
    rmSync(folder, { recursive: true });
  });

  test(".env.example explains every variable, and names no other", () => {
    const { all, secret } = variablesOf(platforms);
    const example = readFileSync(join(root, ".env.example"), "utf8");
    const explained = [...example.matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name);
    const composed = /\$\{([A-Z_]+):/.exec(readFileSync(join(root, "compose.yaml"), "utf8"))?.[1];
    expect(explained.sort()).toEqual([...Object.keys(all), composed].sort());
    // A platform's token is cut out of the log only when it is declared a secret.
    for (const name of explained)
      if (/TOKEN|SECRET|KEY|PASSWORD/.test(name ?? "")) expect([...secret, composed]).toContain(name);
  });

  test("platforms differ in name, and each says how its operators are written", () => {
    expect(new Set(platforms.map(({ name }) => name)).size).toBe(platforms.length);
    for (const { name, operators } of platforms) {
      expect(name).toMatch(/^[a-z]+$/);
      expect(operators.written.startsWith(`${name}:`)).toBe(true);
      expect(operators.form.test(`${name}:`)).toBe(false);
    }
  });
});
