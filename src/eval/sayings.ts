/** Measures what the bot takes people to mean, on judged sayings, and lays the numbers out. */
import type { Context, Doors } from "../command.ts";
import { sayings as say } from "../i18n/eval.ts";
import { createReader, type Interpreter, type Utterance } from "../understand/understand.ts";
import { fault, type Saying } from "./judge-sayings.ts";
import { percent, type Sheet } from "./sheet.ts";

/** A Wednesday morning in Shanghai, as the judged sayings have it. */
const NOW = Date.parse("2026-06-10T02:00:00Z");
const ZONE = "Asia/Shanghai";
/** Lines that change something: run on a misunderstanding without asking first, they do harm. */
const CHANGES =
  /^(?:(?:watch|unwatch|daily|settings) \S|forget|feeds (?:add|remove)|following feed|saved \S+ \S+ for:)/;
/** Lines that show much to all: harm to somebody who wanted something stopped. */
const POSTS = /^(?:digest|brief)\b/;

/** Which sayings were misread and how, and which of these would have changed something unasked. */
export async function judgeSayings(
  sayings: readonly Saying[],
  doors: Doors,
  reader: Interpreter = createReader(doors),
) {
  const wrong: { readonly id: string; readonly asked: string; readonly got: string }[] = [];
  const harmful: string[] = [];
  for (const saying of sayings) {
    const before = await shownTo(saying, doors);
    const asking = { caller: { zone: ZONE, platform: "slack" }, now: NOW, before };
    const { line, confirm } = await reader(saying.said, asking);
    const what = fault(saying, line, doors.library);
    if (!what) continue;
    wrong.push({ id: saying.id, asked: saying.said, got: `${line} (${what})` });
    if ((CHANGES.test(line ?? "") && !confirm) || (saying.harm && POSTS.test(line ?? "")))
      harmful.push(saying.id);
  }
  return { wrong, harmful };
}

const LISTED = 10;

/** The list that was shown before it was said. Who speaks of the third saw three: where fewer are found, others follow. */
export async function shownTo(
  { after, args }: Pick<Saying, "after" | "args">,
  doors: Pick<Doors, "library" | "search">,
): Promise<Utterance["before"]> {
  const shown = await shownBy(after, doors);
  const named = typeof args.position === "number" ? args.position : 0;
  if (!shown || named <= shown.ids.length || !after?.startsWith("search ")) return shown;
  const others = doors.library.newest().flatMap(({ id }) => (shown.ids.includes(id) ? [] : [id]));
  return { ...shown, ids: [...shown.ids, ...others].slice(0, named) };
}

/** The list that a line shows. */
async function shownBy(
  line: string | undefined,
  { library, search }: Pick<Doors, "library" | "search">,
): Promise<Utterance["before"]> {
  if (line === undefined) return undefined;
  const newest = /^latest(?: (\d+))?/.exec(line);
  if (newest) {
    const ids = library.newest().map(({ id }) => id);
    return { line, ids: ids.slice(0, Number(newest[1] ?? 10)) };
  }
  const opened = /^(?:read|related) (\S+)/.exec(line)?.[1];
  if (opened) return { line, ids: [opened], opened };
  // Which stories a day has does not matter here, only where in the list something stands.
  if (/^(?:digest|saved)\b/.test(line))
    return {
      line,
      ids: library
        .newest()
        .slice(0, 10)
        .map(({ id }) => id),
    };
  if (!line.startsWith("search ")) return { line, ids: [] };
  const { hits } = await search.search(line.slice(7), { limit: LISTED, now: NOW, zone: ZONE });
  return { line, ids: hits.map(({ id }) => id) };
}

/** Reads every saying once; articles are those of the doors. */
export async function measureSayings(sayings: readonly Saying[], ctx: Context): Promise<Sheet> {
  const { wrong, harmful } = await judgeSayings(sayings, ctx);
  const misread = new Set(wrong.map(({ id }) => id));
  const quality = (rows: readonly Saying[]) => ({
    sayings: rows.length,
    right: rows.filter(({ id }) => !misread.has(id)).length / Math.max(1, rows.length),
  });
  const by = (key: "lang" | "want") =>
    Object.fromEntries(
      [...new Set(sayings.map((saying) => saying[key]))]
        .sort()
        .map((one) => [one, quality(sayings.filter((saying) => saying[key] === one))]),
    );
  const words = say(ctx.caller.locale);
  const [overall, languages, kinds] = [quality(sayings), by("lang"), by("want")];
  return {
    title: words.title(sayings.length),
    head: words.head,
    rows: Object.entries({ [words.overall]: overall, ...languages, ...kinds }).map(([name, one]) => [
      name,
      String(one.sayings),
      `${percent(one.right)} %`,
    ]),
    lines: [words.harmful(harmful.length)],
    missed: wrong,
    data: { sayings: sayings.length, overall, languages, kinds, harmful },
  };
}
