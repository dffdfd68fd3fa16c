/** The WebSocket half of the test server: HELLO, IDENTIFY, READY, heartbeats, dispatches, RESUME with replay. */
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, invalid: 9, hello: 10, ack: 11 } as const;
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  readonly id: string;
  readonly events: { s: number; t: string; d: unknown }[];
  socket: WebSocket | undefined;
}

export interface Gateway {
  /** Sends an event to every session; one that is away gets it when it resumes. */
  dispatch(type: string, data: unknown): void;
  /** Cuts every connection without a word, as a lost network does. */
  drop(): void;
  /** Sends the last event of that type once more, as a replay after a resume may. */
  repeat(type: string): void;
  readonly sessions: number;
  /** Sockets that are open now. */
  readonly connected: number;
  readonly resumed: number;
  readonly identified: readonly { shard?: readonly [number, number]; intents: number }[];
  close(): void;
}

export function createGateway(
  http: Server,
  options: {
    token: string;
    refuse?: number | undefined;
    url(): string;
    ready(): object;
    guilds(): readonly object[];
  },
): Gateway {
  const server = new WebSocketServer({ server: http });
  const sessions = new Map<string, Session>();
  const identified: { shard?: readonly [number, number]; intents: number }[] = [];
  let resumed = 0;

  server.on("connection", (socket) => {
    socket.on("error", () => undefined);
    socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: 41_250 }, s: null, t: null }));
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw));
      if (op === OP.heartbeat) socket.send(JSON.stringify({ op: OP.ack, d: null, s: null, t: null }));
      if (op === OP.identify) identify(socket, d);
      if (op === OP.resume) resume(socket, d);
    });
  });

  function identify(
    socket: WebSocket,
    d: { token: string; intents: number; shard?: [number, number] },
  ): void {
    if (d.token !== options.token) return void socket.close(4004, "Authentication failed.");
    if (d.intents & PRIVILEGED) return void socket.close(4014, "Disallowed intent(s).");
    if (options.refuse) return void socket.close(options.refuse);
    identified.push({ intents: d.intents, ...(d.shard && { shard: d.shard }) });
    const session: Session = { id: randomUUID(), events: [], socket };
    sessions.set(session.id, session);
    const guilds = options.guilds() as { id: string }[];
    send(session, "READY", {
      v: 10,
      ...options.ready(),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: options.url(),
      ...(d.shard && { shard: d.shard }),
    });
    for (const guild of guilds) send(session, "GUILD_CREATE", guild);
  }

  function resume(socket: WebSocket, d: { session_id: string; seq: number; token: string }): void {
    const session = sessions.get(d.session_id);
    if (!session || d.token !== options.token) {
      return void socket.send(JSON.stringify({ op: OP.invalid, d: false, s: null, t: null }));
    }
    session.socket = socket;
    resumed += 1;
    for (const event of session.events)
      if (event.s > d.seq) socket.send(JSON.stringify({ op: OP.dispatch, ...event }));
    send(session, "RESUMED", {});
  }

  function send(session: Session, t: string, d: unknown): void {
    const event = { s: session.events.length + 1, t, d };
    session.events.push(event);
    session.socket?.send(JSON.stringify({ op: OP.dispatch, ...event }));
  }

  return {
    dispatch(type, data) {
      for (const session of sessions.values()) send(session, type, data);
    },
    repeat(type) {
      for (const session of sessions.values()) {
        const last = session.events.findLast(({ t }) => t === type);
        if (last) send(session, type, last.d);
      }
    },
    drop() {
      for (const session of sessions.values()) {
        session.socket?.terminate();
        session.socket = undefined;
      }
    },
    get sessions() {
      return sessions.size;
    },
    get connected() {
      return server.clients.size;
    },
    get resumed() {
      return resumed;
    },
    identified,
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
