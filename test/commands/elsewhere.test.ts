import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Desk, openDesk, wordsOf } from "../desk.ts";

const PAGES: Readonly<Record<string, string>> = {
  "/2026/ministers": "<title>x</title><h1>SCO health ministers meet in Xi'an - Daily Herald</h1><p>text</p>",
  "/2026/cars": "<h1>Tesla presents a bicycle</h1>",
  "/shut/ministers": "<h1>SCO health ministers meet</h1>",
  "/robots.txt": "User-agent: *\nDisallow: /shut/",
};

/** A page on a real server, behind the real guard. */
describe("the address of a page that is no article here", () => {
  let server: Server;
  let desk: Desk;
  let site: string;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer(({ url = "" }, response) => {
      asked.push(url);
      const page = PAGES[url];
      response.writeHead(page === undefined ? 404 : 200, {
        "content-type": url === "/robots.txt" ? "text/plain" : "text/html; charset=utf-8",
      });
      response.end(page ?? "gone");
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    site = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    desk = await openDesk({ env: { SCO_ALLOW_HOSTS: site } });
  });
  afterAll(async () => {
    await desk.doors.feeds.close();
    await desk.close();
    server.close();
  });
  const pasted = (path: string, as = {}) => desk.ask(`http://${site}${path}`, as);

  test("gets what is near its title, without the site's name, and says that the page is not here", async () => {
    const reply = await pasted("/2026/ministers");
    expect(reply.outcome).toBe("answered");
    expect(reply.summary).toMatch(
      /^I do not have “SCO health ministers meet in Xi'an - Daily Herald”\. Near it:/,
    );
    expect(wordsOf(reply)).toContain("加强卫生健康合作");
  });

  test("is not read for somebody who does not run the bot where the host was allowed for a feed", async () => {
    const before = asked.length;
    const reply = await pasted("/2026/ministers", { operates: false });
    expect(asked).toHaveLength(before);
    expect(reply.summary).not.toContain("SCO health ministers");
    expect(wordsOf(reply)).not.toContain("feeds test");
  });

  test("offers to look for the site's feed, to those who run the bot", async () => {
    expect(wordsOf(await pasted("/2026/ministers"))).toContain(`feeds test http://${site}/`);
  });

  test("says so in the reader's language where nothing is near, and where nothing can be read", async () => {
    const cars = await pasted("/2026/cars", { locale: "zh" });
    expect([cars.outcome, cars.summary]).toEqual([
      "nothing",
      "库中没有《Tesla presents a bicycle》。 也没有相近的文章。",
    ]);
    const gone = await pasted("/2026/9", { locale: "ru" });
    expect(gone.summary).toMatch(
      /^Этой страницы с 127\.0\.0\.1:\d+ у меня нет\. Заголовок страницы прочесть/,
    );
  });

  test("is searched for by the words of the address, or by what was said with it, where the page tells nothing", async () => {
    expect(wordsOf(await pasted("/a/sco-media-forum-opens-in-urumqi-20250526.html"))).toContain("媒体论坛");
    const said = await desk.ask(`read http://${site}/9 media forum`);
    expect(wordsOf(said)).toContain("媒体论坛");
  });

  test("is not read where the site shuts robots out", async () => {
    await pasted("/shut/ministers");
    expect(asked).not.toContain("/shut/ministers");
  });

  test("that the guard refuses is not asked for", async () => {
    const reply = await desk.ask("read http://10.0.0.1/sco-media-forum-opens.html");
    expect(reply.summary).toMatch(/^I do not have this page of 10\.0\.0\.1\. Near it:/);
  });

  test("that an article has is that article, also for related", async () => {
    const page = "https://paper.people.com.cn/rmrb/pc/layout/202505/27/node_01.html";
    expect((await desk.ask(page)).data).toMatchObject({ id: "62hrk" });
    expect((await desk.ask(`read ${page}`)).data).toMatchObject({ id: "62hrk" });
    expect((await desk.ask(`related ${page}`)).data).toMatchObject({ id: "62hrk" });
  });
});
