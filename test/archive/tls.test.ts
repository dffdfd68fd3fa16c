/** The engine behind a certificate and a password, as its own plugin asks for them. */
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { type Clock, clockAt } from "../../src/clock.ts";
import { type Desk, NOW, openDesk } from "../desk.ts";
import { type Engine, startEngine } from "../engine/node.ts";
import { until } from "../until.ts";
import { makeCertificate } from "./certificate.ts";
import { proxyTo } from "./proxy.ts";

let engine: Engine;
let proxy: Awaited<ReturnType<typeof proxyTo>>;
const certificate = makeCertificate();
const desks: Desk[] = [];
jest.setTimeout(120_000);
beforeAll(async () => {
  engine = await startEngine();
  proxy = await proxyTo(engine.urls[0] ?? "", { tls: certificate.tls, password: "bot:秘密" });
}, 400_000);
afterAll(async () => {
  for (const desk of desks) await desk.close();
  await proxy?.close();
  await engine?.stop();
  certificate.remove();
});

/** Deadlines are not what is tested here, and a busy machine is slow. */
const patient: Clock = { ...clockAt(NOW), sleep: () => new Promise(() => undefined) };

async function open(settings: Readonly<Record<string, string>>): Promise<Desk> {
  const own = { SCO_SEARCH_URL: proxy.url, SCO_SEARCH_USER: "bot", SCO_SEARCH_PASSWORD: "秘密" };
  const desk = await openDesk({ env: { ...own, ...settings }, clock: patient });
  desks.push(desk);
  return desk;
}
const remarksOf = async (desk: Desk) =>
  ((await desk.ask("search media")).data as { remarks?: readonly { kind: string }[] }).remarks;

test("an authority of one's own is trusted when its certificate is given", async () => {
  const desk = await open({ SCO_SEARCH_CA: certificate.ca });
  await desk.doors.archive?.bring();
  await fetch(`${engine.urls[0]}/_refresh`);
  expect(await remarksOf(desk)).toBeUndefined();
  expect(await desk.doors.archive?.status()).toMatchObject({ articles: 10, behind: 0 });
});

test("without it the server is not spoken to, and memory answers", async () => {
  const before = proxy.asked();
  const desk = await open({});
  // The newest articles are indexed in turns.
  await until(async () => (await remarksOf(desk))?.length === 1);
  expect(await remarksOf(desk)).toMatchObject([{ kind: "recent" }]);
  expect(desk.doors.health.troubles.map(({ words }) => words.en).join()).toMatch(/certificate/);
  expect(proxy.asked()).toBe(before);
});

test("a wrong password is refused with what to do", async () => {
  const settings = { SCO_SEARCH_CA: certificate.ca, SCO_SEARCH_PASSWORD: "other" };
  await expect(open(settings)).rejects.toThrow("correct SCO_SEARCH_USER and SCO_SEARCH_PASSWORD");
});
