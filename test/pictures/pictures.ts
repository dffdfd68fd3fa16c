/**
 * `npm run pictures`: the pictures in `docs/`, of what the real program answers in front of the tests' Slack and Discord,
 * over the articles that come with it, and of its reading room in a browser.
 * `npm run pictures -- --out FOLDER --language zh [--only slack-search]`: elsewhere, as another reader sees them, to be looked at.
 * `npm run pictures -- --out FOLDER --on slack --say "/sco status"`: one answer more, in `said-1.png`.
 * Exits with 1 when a platform refused something or a picture is too large.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { root } from "../../src/root.ts";
import { createDiscordServer } from "../discord/server/server.ts";
import { freePort } from "../port.ts";
import { startProgram } from "../slack/program.ts";
import { startSlack } from "../slack/server.ts";
import { until } from "../until.ts";
import { discordShot, slackShot } from "./asking.ts";
import { roomPage } from "./room.ts";
import { type Language, READERS, SHOTS, type Shot } from "./shots.ts";
import { smallPng } from "./small-png.ts";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** Bytes: a page of docs with its pictures stays light. */
const LARGEST = 200_000;

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(root, "docs") },
    language: { type: "string", default: "en" },
    only: { type: "string" },
    on: { type: "string", default: "slack" },
    say: { type: "string", multiple: true },
  },
});
const language: Language = values.language in READERS ? (values.language as Language) : "en";
const icon = `data:image/png;base64,${readFileSync(join(root, "docs/icon.png")).toString("base64")}`;
const on = values.on === "discord" ? "discord" : "slack";
const shots: readonly Shot[] = values.say
  ? values.say.map((step, at) => ({ name: `said-${at + 1}`, on, steps: [step] }))
  : SHOTS.filter((shot) => wanted(shot.name));
await mkdir(values.out, { recursive: true });

const executablePath = BROWSERS.find((path) => existsSync(path));
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
const [slack, discord, port] = await Promise.all([startSlack(), createDiscordServer(), freePort()]);
const program = await startProgram(slack, "socket", {
  DISCORD_TOKEN: "test.token",
  DISCORD_API_URL: discord.apiUrl,
  SCO_WEB_PORT: String(port),
  SCO_ZONE: "Asia/Shanghai",
});
try {
  await until(() => discord.gateway.sessions > 0, 30_000);
  for (const { name, on, steps } of shots)
    await draw(
      name,
      on === "slack"
        ? await slackShot(slack, steps, language, icon)
        : await discordShot(discord, steps, language, icon),
    );
  if (!values.say && wanted("reading-room"))
    await draw(
      "reading-room",
      await roomPage(browser, `http://127.0.0.1:${port}`, READERS[language].discord),
    );
  const refused = [...slack.refusals, ...discord.refused];
  for (const what of refused) console.error(what);
  if (refused.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(program.said());
  throw error;
} finally {
  await browser.close();
  await program.end();
  program.clear();
  await Promise.all([slack.close(), discord.close()]);
}

/** What makes a PNG's width, height and pixels in the browser, which can read them. */
function pixelsOf(png: string): string {
  return `(async () => {
  const image = new Image();
  image.src = "data:image/png;base64,${png}";
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const on = canvas.getContext("2d");
  on.drawImage(image, 0, 0);
  const bytes = new Blob([on.getImageData(0, 0, image.width, image.height).data]);
  const reader = new FileReader();
  const read = new Promise((done) => reader.addEventListener("load", done));
  reader.readAsDataURL(bytes);
  await read;
  return [image.width, image.height, reader.result.split(",")[1]];
})()`;
}

function wanted(name: string): boolean {
  return values.only === undefined || name.includes(values.only);
}

/** A page as high as what is on it and as wide as its body says. */
async function draw(name: string, html: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 200 } });
  await page.setContent(html);
  const taken = await page.locator("body").screenshot({ type: "png" });
  const [width, height, pixels] = await page.evaluate<[number, number, string]>(
    pixelsOf(taken.toString("base64")),
  );
  await page.close();
  const png = smallPng(width, height, Buffer.from(pixels, "base64"));
  await writeFile(join(values.out, `${name}.png`), png);
  console.log(`${name}.png  ${Math.round(png.length / 1000)} kB`);
  if (png.length <= LARGEST) return;
  console.error(`${name}.png is larger than ${LARGEST / 1000} kB`);
  process.exitCode = 1;
}
