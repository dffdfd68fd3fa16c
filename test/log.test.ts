import { describe, expect, test } from "@jest/globals";
import { adoptConsole, createLog } from "../src/log.ts";
import { configOf } from "./settings.ts";

const CANARY = "xoxb-canary-value-1234";

function logged(env: Record<string, string>, write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog(configOf({ NODE_ENV: "production", ...env }), (line) => void lines.push(line)));
  return lines.join("");
}

describe("a log", () => {
  test("is one JSON object a line in production, with level and time as words", () => {
    const line = logged({}, (log) => log.info({ part: "state" }, "works again"));
    expect(JSON.parse(line)).toMatchObject({
      level: "info",
      part: "state",
      msg: "works again",
      time: expect.stringMatching(/Z$/),
    });
  });

  test("never holds a secret, wherever it stands", () => {
    const text = logged({ SLACK_BOT_TOKEN: CANARY, SLACK_SIGNING_SECRET: "signing-canary" }, (log) => {
      log.error({ err: new Error(`call with ${CANARY} failed`) }, `said ${CANARY}`);
      log.warn(
        { headers: { authorization: "Bearer other-canary" }, token: "third-canary" },
        "signing-canary",
      );
    });
    expect(text).not.toContain("canary");
    expect(text).toContain("[secret]");
  });

  test("hides the password of the Redis address wherever it appears alone", () => {
    const text = logged({ REDIS_URL: "redis://bot:pass-canary@127.0.0.1:1" }, (log) =>
      log.info("auth pass-canary"),
    );
    expect(text).not.toContain("canary");
  });

  test("hides secrets that JSON writes otherwise, and the password in every form of a Redis address", () => {
    const env = {
      SCO_SECRET_KEY: 'quoted"canary\\0123456',
      REDIS_URL: "redis+sentinel://:pass%2Fcanary@127.0.0.1:1,127.0.0.1:2/m",
    };
    const text = logged(env, (log) =>
      log.info(`key ${env.SCO_SECRET_KEY}, auth pass/canary, at ${env.REDIS_URL}`),
    );
    expect(JSON.parse(text).msg).toBe("key [secret], auth [secret], at [secret]");
  });

  test("hides what is no setting: tokens of Slack, credentials in addresses", () => {
    const said =
      "xoxb-1-canary xapp-canary at https://me:canary@a.example/x?n=1&access_token=canary&author=lin";
    expect(JSON.parse(logged({}, (log) => log.info(said))).msg).toBe(
      "[secret] [secret] at https://***@a.example/x?n=1&access_token=***&author=lin",
    );
  });

  test("tells of an error what explains it, and nothing that an SDK hung on it", () => {
    const under = Object.assign(new Error("reset"), { body: "written by somebody" });
    const thrown = Object.assign(new Error("failed", { cause: under }), {
      ...{ code: "E1", requestBody: "written by somebody", original: under },
    });
    const line = JSON.parse(logged({}, (log) => log.error({ err: thrown }, "no")));
    expect(line.err).toMatchObject({ type: "Error", message: "failed: reset", code: "E1" });
    expect(line.err.stack).toContain("log.test.ts");
    expect(JSON.stringify(line)).not.toContain("written");
  });

  test("says nothing below its level", () => {
    expect(logged({ SCO_LOG_LEVEL: "error" }, (log) => log.warn("quiet"))).toBe("");
  });

  test("takes what packages print", () => {
    const own = console.warn;
    const said = logged({ LLM_API_KEY: "canary-key" }, (log) => {
      adoptConsole(log);
      console.warn("no INFO for %s", "canary-key");
    });
    expect(console.warn).not.toBe(own);
    console.warn = own;
    expect(JSON.parse(said)).toMatchObject({ level: "warn", msg: "no INFO for [secret]" });
  });
});
