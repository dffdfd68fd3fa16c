/** docs/discord.md says what the code does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { inviteLink } from "../../adapters/discord/invite.ts";
import { root } from "../../src/root.ts";
import { configOf } from "../settings.ts";

const text = readFileSync(join(root, "docs", "discord.md"), "utf8");

describe("docs/discord.md", () => {
  it("has the invite link that the bot logs, and a reason for each of its permissions", () => {
    expect(text).toContain(inviteLink("APPLICATION_ID"));
    const bits = BigInt(/permissions=(\d+)/.exec(text)?.[1] ?? "0")
      .toString(2)
      .replace(/0/g, "").length;
    const table = /\| permission \| why \|\n\|[-|]+\|\n((?:\|.*\n)+)/.exec(text)?.[1] ?? "";
    expect(table.trim().split("\n")).toHaveLength(bits);
  });

  it("names only variables that there are", () => {
    const named = [...text.matchAll(/`((?:DISCORD|SCO)_[A-Z_]+)/g)].map(([, name = ""]) => name);
    const known = readFileSync(join(root, ".env.example"), "utf8");
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(known).toMatch(new RegExp(`^${name}=`, "m"));
    expect(() => configOf({ DISCORD_SHARDS: "auto", DISCORD_MANAGER_ROLE: "Editors" })).not.toThrow();
  });
});
