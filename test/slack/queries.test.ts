import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { render } from "../../adapters/slack/render.ts";
import { shippedBot } from "../commands/shipped.ts";
import { fallback, fault, messageBlocks } from "./schema.ts";

test("2,000 queries of all planes, asked of the real bot, make no payload that Slack would refuse", async () => {
  const bot = await shippedBot();
  const person = { platform: "slack", workspace: "T1", channel: "C1", user: "U1", operates: false } as const;
  const word = fc.constantFrom(
    "上海精神",
    "health",
    "здоровье",
    "<!channel>",
    "<@U1>",
    "&lt;",
    "*",
    "`",
    "_x_",
    "~",
    "|",
    '"',
    "(",
    ")",
    "-",
    "OR",
    "source:",
    "after:2025",
    "lang:zh",
    "title:",
    "\u202e",
    "\ud800",
    "\u0000",
    "😀",
    "100%",
  );
  const query = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc
      .array(fc.oneof(word, fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 8 })
      .map((parts) => parts.join(" ")),
    fc.array(word, { maxLength: 8 }).map((parts) => parts.join("")),
  );
  const line = fc
    .tuple(fc.constantFrom("search ", "search ", "", "read "), query)
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(line, async (typed) => {
      const reply = await bot.say(typed, person);
      const { text, blocks } = render(reply, {
        reader: { locale: "en", zone: "UTC" },
        nonce: "n",
        names: new Map(),
      });
      expect(fault(messageBlocks, blocks)).toBeNull();
      expect(fault(fallback, text)).toBeNull();
    }),
    { numRuns: 2000 },
  );
  await bot.close();
}, 120_000);
