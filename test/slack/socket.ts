/** Socket Mode's other end: hands out one address, says hello, sends envelopes, takes acknowledgements. */
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

export interface SocketEnd {
  /** Sends an envelope and resolves with the payload of its acknowledgement. */
  send(
    type: "slash_commands" | "events_api" | "interactive",
    payload: unknown,
    retry?: number,
  ): Promise<unknown>;
  /** Sends this as it is; nobody waits for an acknowledgement. */
  raw(message: string): void;
  readonly open: number;
  /** Ends every connection as Slack does when it moves a client elsewhere. */
  disconnect(): void;
  /** Hears and says nothing any more, not even goodbye. */
  freeze(): void;
  close(): void;
}

export function createSocketEnd(server: Server): SocketEnd {
  const ends = new WebSocketServer({ noServer: true });
  const clients = new Set<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let envelopes = 0;

  server.on("upgrade", (request, socket, head) => {
    if (!request.url?.startsWith("/socket/")) return socket.destroy();
    ends.handleUpgrade(request, socket, head, (client) => {
      clients.add(client);
      client.on("close", () => clients.delete(client));
      client.on("message", (data) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as {
          envelope_id: string;
          payload?: unknown;
        };
        waiting.get(envelope_id)?.(payload);
        waiting.delete(envelope_id);
      });
      client.send(JSON.stringify({ type: "hello", num_connections: clients.size }));
    });
  });

  return {
    send(type, payload, retry) {
      const envelope_id = `envelope-${++envelopes}`;
      return new Promise((resolve, reject) => {
        const client = [...clients].at(envelopes % clients.size);
        if (!client) return reject(new Error("no client is connected"));
        waiting.set(envelope_id, resolve);
        const retried = retry ? { retry_attempt: retry, retry_reason: "timeout" } : {};
        client.send(
          JSON.stringify({
            type,
            envelope_id,
            payload,
            accepts_response_payload: type !== "events_api",
            ...retried,
          }),
        );
      });
    },
    raw(message) {
      for (const client of clients) client.send(message);
    },
    get open() {
      return clients.size;
    },
    disconnect() {
      for (const client of clients)
        client.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    freeze() {
      for (const client of clients) client.pause();
    },
    close() {
      for (const client of clients) client.terminate();
      ends.close();
    },
  };
}
