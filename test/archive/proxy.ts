/**
 * A server in front of another that can stop answering, and counts what it was asked since it goes on; with a certificate
 * and a password where they are given, as the engine's own plugin has them.
 */
import { createServer, type RequestListener, request } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

export async function proxyTo(
  url: string,
  {
    tls,
    password,
  }: {
    readonly tls?: { readonly key: Buffer; readonly cert: Buffer };
    /** `name:password` */
    readonly password?: string;
  } = {},
) {
  let hanging = false;
  let asked = 0;
  const wanted = password && `Basic ${Buffer.from(password).toString("base64")}`;
  const sockets = new Set<Socket>();
  const pass: RequestListener = (incoming, answer) => {
    asked++;
    if (hanging) return;
    if (wanted && incoming.headers.authorization !== wanted) {
      answer.writeHead(401).end("Unauthorized");
      return;
    }
    const { method, headers } = incoming;
    const onward = request(`${url}${incoming.url}`, { method, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 500, from.headers);
      from.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    incoming.pipe(onward);
  };
  const server = tls ? createTlsServer(tls, pass) : createServer(pass);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `${tls ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hang: () => {
      hanging = true;
    },
    pass: () => {
      hanging = false;
      asked = 0;
    },
    asked: () => asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<unknown>((done) => server.close(done));
    },
  };
}
