/** Keeps discord.js from ending the program over an event that it cannot read. */
import { type Client, GatewayDispatchEvents } from "discord.js";
import { reasonOf } from "../../src/errors.ts";
import type { Log } from "../../src/log.ts";

/** The adapter reads these itself; discord.js would only remember everybody who ever wrote. */
const OWN: ReadonlySet<unknown> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
]);

/** What discord.js makes of an event; without one it goes on with those that wait. */
type HandlePacket = (packet?: { readonly t?: unknown }, shard?: unknown) => unknown;

/**
 * Patch of discord.js 14.28.1 (WebSocketManager.handlePacket): it makes objects of every event, and an exception there is an
 * unhandled rejection. There is no public way to say which events it shall leave alone. Held by sdk.test.ts.
 */
export function shield({ ws }: Client, log: Log): void {
  const inner: HandlePacket = Reflect.get(ws, "handlePacket");
  const shielded: HandlePacket = (packet, shard) => {
    try {
      return inner.call(ws, OWN.has(packet?.t) ? undefined : packet, shard);
    } catch (error) {
      log.warn({ event: packet?.t, reason: reasonOf(error) }, "discord.js could not read an event");
      return false;
    }
  };
  Reflect.set(ws, "handlePacket", shielded);
}
