/** The reading room in the browser: three of its pages in one picture. */
import type { Browser } from "playwright-core";

const [HEIGHT, PAGE, PHONE] = [620, 560, 300];
/** A phone's own width, and a window's size; both are shown smaller. */
const PHONE_WIDTH = 375;
const SCREEN = [700, Math.round((HEIGHT * 700) / PAGE)] as const;

/** The topic, a story, and an article on a phone in the dark, beside each other in HTML. */
export async function roomPage(browser: Browser, at: string, locale: string): Promise<string> {
  const taken: string[] = [];
  const open = async (path: string, width: number, height: number, colorScheme: "light" | "dark") => {
    const page = await browser.newPage({ locale, colorScheme, viewport: { width, height } });
    await page.goto(at + path);
    taken.push((await page.screenshot({ type: "png" })).toString("base64"));
    const story = await page.getAttribute("a[href^='/s/']", "href", { timeout: 1_000 }).catch(() => null);
    await page.close();
    return story;
  };
  await open("/", ...SCREEN, "light");
  const story = await open("/a/62hrk", PHONE_WIDTH, Math.round((HEIGHT * PHONE_WIDTH) / PHONE), "dark");
  await open(story ?? "/d/2025-05-26", ...SCREEN, "light");
  const [topic, article, days] = taken;
  const image = (png = "", width = PAGE) => `<img width="${width}" src="data:image/png;base64,${png}">`;
  return `<!doctype html><style>body { margin: 0; width: ${2 * PAGE + PHONE + 60}px; padding: 10px; display: flex; gap: 20px; background: #d9dce1 } img { border-radius: 6px; display: block }</style>
${image(topic)}${image(days)}${image(article, PHONE)}`;
}
