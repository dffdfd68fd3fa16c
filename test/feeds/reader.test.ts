/** The reading thread: pages that somebody pasted hold up no feed. */
import { expect, test } from "@jest/globals";
import { systemClock } from "../../src/clock.ts";
import { createReader } from "../../src/feeds/reader.ts";
import type { Refusal } from "../../src/net/refusal.ts";

test("pasted pages wait behind all else; of many at once a few are read, the others refused", async () => {
  const reader = createReader(systemClock);
  const done: string[] = [];
  const read = (name: string, pasted?: "pasted") => {
    const source = {
      bytes: Buffer.from(
        `<html><head><title>${name}</title></head><body><p>Text of ${name}.</p></body></html>`,
      ),
      ...{ contentType: "text/html", url: "https://news.example/a", zone: "UTC", now: 0 },
    };
    return reader.page(source, pasted).then(
      ({ title }) => done.push(title),
      ({ kind }: Refusal) => done.push(`${name} ${kind}`),
    );
  };
  const first = read("first");
  const strangers = ["a", "b", "c", "d", "e"].map((name) => read(name, "pasted"));
  await Promise.all([first, ...strangers, read("later")]);
  expect(done).toEqual(["d content", "e content", "first", "later", "a", "b", "c"]);
  await read("f", "pasted");
  expect(done.at(-1)).toBe("f");
  await reader.close();
});
