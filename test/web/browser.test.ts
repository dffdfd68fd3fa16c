/** The pages in a real browser; where there is none, the tiers leave this suite out and name it. */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Browser, chromium, type Page } from "playwright-core";
import { type OpenSite, openSite } from "./site.ts";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = PATHS.find((path) => existsSync(path));

describe("in Chromium", () => {
  let site: OpenSite;
  let browser: Browser;
  const said: string[] = [];
  const elsewhere: string[] = [];

  beforeAll(async () => {
    site = await openSite();
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ ...options, locale: "en" });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(site.at)) elsewhere.push(request.url());
    });
    await page.goto(site.at + path);
    return page;
  }

  test("a reader searches, opens an article by keyboard and goes to another language", async () => {
    const page = await open("/");
    await page.fill("input[name=q]", "上海精神");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=/);
    expect(await page.locator("article").count()).toBeGreaterThan(1);
    const first = page.locator("article h2 a").first();
    const title = await first.textContent();
    await first.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/a\//);
    expect(await page.locator("h1").textContent()).toBe(title);
    await page.click("footer a[hreflang=ru]");
    expect(await page.getAttribute("html", "lang")).toBe("ru");
    await page.close();
  });

  test("pages go on, back and forth", async () => {
    const many = Array.from({ length: 23 }, (_, at) => ({
      ...{
        id: `m${at + 10}`,
        title: `Harvest report ${at}`,
        body: `Wheat of field ${at} is in.`,
        source: "Desk",
      },
      published: `2026-05-${String(at + 1).padStart(2, "0")}T08:00:00Z`,
    }));
    const corpus = join(await mkdtemp(join(tmpdir(), "sco-pages-")), "many.jsonl");
    await writeFile(corpus, many.map((one) => JSON.stringify(one)).join("\n"));
    const large = await openSite({ corpus });
    const page = await browser.newPage();
    const seen = new Set<string>();
    for (const path of ["/", "/search?q=wheat"]) {
      await page.goto(large.at + path);
      for (let number = 1; ; number++) {
        for (const title of await page.locator("article h2").allTextContents()) seen.add(path + title);
        const next = page.locator("nav.more a", { hasText: "Next" });
        if ((await next.count()) === 0) break;
        await next.click();
        await page.waitForURL(new RegExp(`page=${number + 1}`));
      }
      await page.locator("nav.more a", { hasText: "Previous" }).click();
      await page.waitForURL(/page=2/);
    }
    expect(seen.size).toBe(2 * many.length);
    await page.close();
    await large.close();
  });

  test("a story leads to its articles and back", async () => {
    const page = await open("/a/svvt8");
    await page.click("a:has-text('The whole story')");
    await page.waitForURL(/\/s\//);
    expect(await page.locator("main a[href^='/a/']").count()).toBeGreaterThan(1);
    await page.click("main a[href^='/a/svvt8']");
    await page.waitForURL(/\/a\/svvt8/);
    await page.close();
  });

  test("a brief on paper has neither box nor buttons", async () => {
    const page = await open("/b/2025-05");
    await page.emulateMedia({ media: "print" });
    for (const gone of ["form", "nav.more"])
      for (const one of await page.locator(gone).all()) expect(await one.isVisible()).toBe(false);
    expect(await page.locator("article").first().isVisible()).toBe(true);
    await page.close();
  });

  test("works without scripts, and fits a phone in both themes", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(`${site.at}/`);
    await still.fill("input[name=q]", "media forum");
    await still.click("button");
    expect(still.url()).toContain("/search?q=media");
    await context.close();
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open("/a/62hrk", { viewport: { width: 360, height: 700 }, colorScheme });
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect(wide).toBeLessThanOrEqual(360);
      await page.close();
    }
  });

  test("has no serious fault of accessibility, light and dark", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    for (const path of [
      "/",
      "/search?q=上海精神",
      "/a/62hrk",
      "/s/sbfr8m",
      "/d/2025-05-26",
      "/b/2025-05",
      "/nope",
    ])
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await browser.newPage({ colorScheme, bypassCSP: true });
        await page.goto(site.at + path);
        await page.evaluate(axe);
        const found: { id: string; impact: string; nodes: { html: string }[] }[] = await page.evaluate(
          "axe.run().then(({ violations }) => violations)",
        );
        expect([path, found.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []]);
        await page.close();
      }
  }, 60_000);

  test("nothing was logged and nothing was asked of others", () => {
    expect(said.filter((text) => !/404/.test(text))).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
});
