import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import {
  botScopes,
  COMMAND,
  EVENTS,
  GLOBAL_SHORTCUT,
  MESSAGE_SHORTCUT,
  METHODS,
  OPTIONAL_SCOPES,
} from "../../adapters/slack/surface.ts";
import { root } from "../../src/root.ts";
import { sourceFiles } from "../imports.ts";

const text = readFileSync(join(root, "adapters/slack/manifest.yaml"), "utf8");
const read = z
  .object({
    display_information: z.object({
      name: z.string().max(35),
      description: z.string().max(140),
      long_description: z.string().min(174).max(4000),
      background_color: z.string(),
    }),
    features: z.object({
      agent_view: z.object({
        agent_description: z.string().max(300),
        suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).max(4),
      }),
      app_home: z.object({
        home_tab_enabled: z.literal(true),
        messages_tab_enabled: z.literal(true),
        messages_tab_read_only_enabled: z.literal(false),
      }),
      bot_user: z.object({ display_name: z.string().max(80), always_online: z.boolean() }),
      shortcuts: z.array(
        z.object({
          name: z.string().max(24),
          type: z.enum(["message", "global"]),
          callback_id: z.string(),
          description: z.string().max(150),
        }),
      ),
      slash_commands: z.array(
        z.object({
          command: z.string(),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.literal(false),
        }),
      ),
    }),
    oauth_config: z.object({
      scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
    }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true) }),
      org_deploy_enabled: z.boolean(),
      socket_mode_enabled: z.literal(true),
      token_rotation_enabled: z.boolean(),
    }),
  })
  .parse(parse(text));
const adapter = sourceFiles("adapters/slack")
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

test("the manifest asks for exactly the scopes that the code uses, each with a reason", () => {
  expect([...read.oauth_config.scopes.bot].sort()).toEqual(botScopes());
  for (const scope of botScopes()) expect(text).toMatch(new RegExp(`- ${scope} # .{10}`));
  expect(read.oauth_config.scopes.bot_optional).toEqual(OPTIONAL_SCOPES);
});

test("the manifest subscribes to exactly the events that the code hears", () => {
  expect([...read.settings.event_subscriptions.bot_events].sort()).toEqual(Object.keys(EVENTS).sort());
  const heard = [...adapter.matchAll(/app\.event\("([\w.]+)"/g)].map(([, name]) => name ?? "");
  if (/app\.message\(/.test(adapter)) heard.push("message.channels", "message.groups", "message.im");
  expect(heard.sort()).toEqual(Object.keys(EVENTS).sort());
  for (const name of Object.keys(EVENTS)) expect(text).toMatch(new RegExp(`- ${name} # .{10}`));
});

test("the manifest has exactly the command and shortcuts that the code answers", () => {
  expect(read.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
  expect(read.features.shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
    ["message", MESSAGE_SHORTCUT],
    ["global", GLOBAL_SHORTCUT],
  ]);
});

test("every method that the table of scopes names is called, and no other", () => {
  const called = new Set(
    [
      ...adapter.matchAll(/"((?:assistant|auth|blocks|chat|conversations|files|users|views)(?:\.\w+)+)"/g),
    ].map(([, name]) => name),
  );
  expect([...called].sort()).toEqual(Object.keys(METHODS).sort());
  const outside = adapter.replace(/export const METHODS = \{[\s\S]*?\n\}/, "");
  for (const method of Object.keys(METHODS)) expect(outside).toContain(`"${method}"`);
});
