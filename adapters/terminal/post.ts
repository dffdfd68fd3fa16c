/** Deliveries in a terminal: a summary or a watch's news is printed while the chat is open. */
import type { Adapter } from "../../src/bot.ts";
import { render, type Style } from "./render.ts";

/** Posts by writing to `output`; it cannot fail to arrive, so a retry never looks for an earlier attempt. */
export function createTerminalAdapter(output: NodeJS.WritableStream, style: Style): Adapter {
  // Keys belong to the last answer in the chat.
  const posted = { ...style, keys: false };
  return {
    name: "terminal",
    connected: true,
    start: async () => undefined,
    post: async (_target, reply) => {
      output.write(`\n${render(reply, posted).text}\n`);
      return { state: "sent" };
    },
    missing: async () => null,
    stop: async () => undefined,
  };
}
