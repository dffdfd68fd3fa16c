/** A server in front of another that can stop answering, and counts what it was asked since it goes on. */
import { createServer, request } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export async function proxyTo(url: string) {
  let hanging = false;
  let asked = 0;
  const sockets = new Set<Socket>();
  const server = createServer((incoming, answer) => {
    asked++;
    if (hanging) return;
    const { method, headers } = incoming;
    const onward = request(`${url}${incoming.url}`, { method, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 500, from.headers);
      from.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    incoming.pipe(onward);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
