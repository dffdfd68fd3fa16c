/** A server that cannot be the archive's is refused at start, with what to do; one that does not answer is not. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { openDesk } from "../desk.ts";
import { freePort } from "../port.ts";

let server: Server | undefined;
afterEach(() => void server?.close());

/** A server that answers everything so. */
async function answering(status: number, body: object | string): Promise<string> {
  server = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const info = (distribution: string | undefined, number: string) => ({ version: { distribution, number } });

test.each([
  ["Elasticsearch", 200, info(undefined, "8.15.0"), "is no OpenSearch"],
  ["a web page", 200, "<html>", "is no OpenSearch"],
  ["an old one", 200, info("opensearch", "2.11.1"), "OpenSearch 2.11.1 is too old; 2.19 or newer is needed"],
  ["one that refuses the password", 401, "Unauthorized", "correct SCO_SEARCH_USER and SCO_SEARCH_PASSWORD"],
  ["one that forbids", 403, { error: { reason: "no permissions" } }, "give it the role in docs/scaling.md"],
  [
    "one with another mapping",
    200,
    { ...info("opensearch", "3.1.0"), index: { mappings: { properties: { title: { type: "text" } } } } },
    "set SCO_SEARCH_PREFIX to a name of its own",
  ],
])("%s is refused with what to do", async (_, status, body, sentence) => {
  const settings = { SCO_SEARCH_URL: await answering(status, body) };
  await expect(openDesk({ env: settings })).rejects.toThrow(sentence);
});

test("one that does not answer keeps nothing from starting: what is in memory is searched, and that is said", async () => {
  const desk = await openDesk({ env: { SCO_SEARCH_URL: `http://127.0.0.1:${await freePort()}` } });
  await desk.ask("search 上海精神");
  // From now on it waits for what is in memory.
  await desk.doors.search.ready();
  const { data } = await desk.ask("search 上海精神");
  expect(data).toMatchObject({
    total: expect.any(Number),
    remarks: [{ kind: "recent", articles: 10, text: expect.stringMatching(/only the newest 10 articles/) }],
  });
  expect(desk.doors.health.troubles.map(({ part }) => part)).toContain("search engine");
  expect(desk.logged.join()).not.toContain("Unhandled");
  await desk.close();
});
