/** What a channel would be posted is printed in an open chat. */
import { PassThrough } from "node:stream";
import { expect, test } from "@jest/globals";
import { createTerminalAdapter } from "../../adapters/terminal/post.ts";
import { sentence } from "../../src/reply.ts";

test("a delivery offers no keys, which would be those of the last answer, but the line to type", async () => {
  const output = new PassThrough();
  const style = { colour: false, links: false, width: 80, locale: "en", zone: "UTC", keys: true } as const;
  const run = "digest 2025-05-26 --page=2";
  const actions = { kind: "actions", actions: [{ label: "More", run, place: "here" }] } as const;
  const reply = { ...sentence("Nine stories."), blocks: [actions] };
  await createTerminalAdapter(output, style).post({ workspace: "", channel: "terminal" }, reply, "k", 1);
  expect(String(output.read()).trim()).toBe(`More  ${run}`);
});

test("a delivery is printed and counts as sent", async () => {
  const output = new PassThrough();
  const style = { colour: false, links: false, width: 80, locale: "en", zone: "UTC", keys: false } as const;
  const adapter = createTerminalAdapter(output, style);
  const target = { workspace: "", channel: "terminal" };
  expect(adapter.connected).toBe(true);
  expect(await adapter.missing(target, "en")).toBeNull();
  expect(await adapter.post(target, sentence("Three stories today."), "k", 1)).toEqual({ state: "sent" });
  expect(String(output.read())).toContain("Three stories today.");
});
