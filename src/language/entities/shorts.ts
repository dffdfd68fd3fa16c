/** Countries by one character: 中 and 俄 in 中俄关系, 美 in 美方. They count only where nothing else is meant. */
import type { Country } from "../countries.ts";
import type { HanRun } from "../tokens.ts";
import type { Match, NameText } from "./name-index.ts";

/** Of several countries with one character the earlier is meant. */
const FIRST = "CN RU KZ KG TJ UZ IN PK IR BY MN AF AZ AM TR US JP KR GB FR DE KH NP AE SA EG".split(" ");
/** What follows the characters of two countries, or the end of a run. */
const AFTER =
  /^(?:$|[两双三四各互]|关系|经贸|贸易|合作|边[境界]|铁路|公路|友好|元首|领导|外[长交]|总统|首脑|峰会|联合|战略|之间|建交|协定|人文|能源|天然气|[油气]|管道|经济|对[话抗]|签|会[谈晤]|伙伴|冲突|战争|谈判|班列|口岸|哈|走廊|同意|和|与|在|将|就)/;
const BESIDE = /[\u3400-\u9fff]/;

/** Answers, for a text, the countries that are named so. @param countries of which one character stands for some */
export function createShorts(countries: readonly Country[]) {
  const codes = new Map<string, string>();
  for (const { short, code } of [...countries].sort((a, b) => rankOf(a.code) - rankOf(b.code)))
    if (short.length === 1 && !codes.has(short)) codes.set(short, code);
  /** @param taken places of longer names, in which a character stands for nothing */
  return ({ text, runs }: NameText, taken: readonly Match<unknown>[]): Match<string>[] => {
    const covered = new Uint8Array(text.length);
    for (const { start, end } of taken) covered.fill(1, start, end);
    return runs.flatMap((run) => inRun(run, codes, covered));
  };
}

function rankOf(code: string): number {
  const at = FIRST.indexOf(code);
  return at < 0 ? FIRST.length : at;
}

function inRun(
  { run, startOf, endOf }: HanRun,
  codes: ReadonlyMap<string, string>,
  covered: Uint8Array,
): Match<string>[] {
  const found: Match<string>[] = [];
  const isShort = (at: number) => codes.has(run.charAt(at)) && covered[startOf(at)] === 0;
  for (let at = 0; at < run.length; ) {
    let end = at;
    while (end - at < 5 && isShort(end)) end++;
    const side = end - at === 1 && run.charAt(end) === "方" && !/[^\s，、与和同对]/.test(run.charAt(at - 1));
    const several =
      end - at >= 2 &&
      AFTER.test(run.slice(end, end + 3)) &&
      !BESIDE.test(run.charAt(at - 1).replace(/[与和同对在是为及]/, ""));
    if (side || several)
      for (let i = at; i < end; i++)
        found.push({ value: codes.get(run.charAt(i)) ?? "", start: startOf(i), end: endOf(i + 1) });
    at = Math.max(end, at + 1);
  }
  return found;
}
