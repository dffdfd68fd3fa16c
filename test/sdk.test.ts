/** What is patched inside other people's packages is still there, at the versions that the patches were written for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { App, HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import { Client, REST } from "discord.js";
import { root } from "../src/root.ts";
import { sourceFiles } from "./imports.ts";

const json = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));

test("the packages are pinned, as their insides are used", () => {
  const { dependencies } = json("package.json") as { dependencies: Record<string, string> };
  for (const name of ["@slack/bolt", "discord.js"]) expect(dependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
  const { packages } = json("package-lock.json") as { packages: Record<string, { version: string }> };
  expect(packages["node_modules/@slack/socket-mode"]?.version).toMatch(/^3\./);
  expect(packages["node_modules/@discordjs/rest"]?.version).toMatch(/^2\./);
});

test("each patch says of which version it is and why, and what it changes is there", () => {
  const said = sourceFiles("adapters").flatMap((file) => [
    ...readFileSync(join(root, file), "utf8").matchAll(/Patch of (\S+ [\d.]+) \(([^)]+)\)/g),
  ]);
  expect(said.map(([, , what]) => what).sort()).toEqual([
    "App.processEvent",
    "HTTPReceiver.requestListener",
    "REST.setToken",
    'SocketModeClient, "ws_message"',
    "SocketModeClient.start",
    "WebSocketManager.handlePacket",
  ]);
  const { dependencies } = json("package.json") as { dependencies: Record<string, string> };
  for (const [, package_ = ""] of said) {
    const [name = "", version] = package_.split(" ");
    if (dependencies[name]) expect([name, dependencies[name]]).toEqual([name, version]);
  }
  expect(typeof App.prototype.processEvent).toBe("function");
  expect(typeof new HTTPReceiver({ signingSecret: "x" }).requestListener).toBe("function");
  const { client } = new SocketModeReceiver({ appToken: "xapp-1" });
  expect([typeof client.start, client.listeners("ws_message").length]).toEqual(["function", 1]);
  expect(typeof REST.prototype.setToken).toBe("function");
  expect(typeof Reflect.get(new Client({ intents: [] }).ws, "handlePacket")).toBe("function");
});
