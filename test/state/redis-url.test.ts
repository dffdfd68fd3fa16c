/** REDIS_URL in all its forms. */
import { expect, test } from "@jest/globals";
import { BotError } from "../../src/errors.ts";
import { redisAddress } from "../../src/state/redis-url.ts";

test.each([
  ["redis://localhost", { kind: "single", nodes: [{ host: "localhost", port: 6379 }], db: 0, tls: false }],
  ["redis://", { nodes: [{ host: "127.0.0.1", port: 6379 }] }],
  [
    "rediss://u%40x:p%2Fw:1@h.example:6380/2",
    { username: "u@x", password: "p/w:1", tls: true, db: 2, nodes: [{ host: "h.example", port: 6380 }] },
  ],
  ["redis://:only@[::1]:7000?db=3", { password: "only", db: 3, nodes: [{ host: "::1", port: 7000 }] }],
  ["unix:///run/redis.sock?db=1", { path: "/run/redis.sock", db: 1, nodes: [] }],
  [
    "redis+sentinel://:p@a:1,b/news/4",
    {
      kind: "sentinel",
      password: "p",
      master: "news",
      db: 4,
      nodes: [
        { host: "a", port: 1 },
        { host: "b", port: 26379 },
      ],
    },
  ],
  ["redis-sentinel://a/5#main", { kind: "sentinel", master: "main", db: 5 }],
  ["rediss+sentinel://a?master=m", { kind: "sentinel", master: "m", tls: true }],
  [
    "redis+cluster://u:p@a:1,b:2",
    {
      kind: "cluster",
      username: "u",
      nodes: [
        { host: "a", port: 1 },
        { host: "b", port: 2 },
      ],
    },
  ],
  ["redis://a,b", { kind: "cluster" }],
])("%s is understood", (url, address) => {
  expect(redisAddress(url)).toMatchObject(address);
});

test.each(["http://a", "redis://a:x", "redis://a/zero", "redis://u:geheim%@a", "", "redis://a:1:2"])(
  "%s is refused with the accepted forms and without the password",
  (url) => {
    const refused = (() => {
      try {
        return redisAddress(url);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(BotError);
    expect(String(refused)).toContain("redis+sentinel://");
    expect(String(refused)).not.toContain("geheim");
  },
);
