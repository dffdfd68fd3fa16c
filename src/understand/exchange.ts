/** "Tashkent, not Astana", не Астана, а Ташкент, 不是能源是水资源: one thing of the line before for another. */
import { confirms, does, type Understood } from "./understood.ts";

const FORMS: readonly RegExp[] = [
  /^(?:(?:no|nope|sorry|oops)[,. ]+)?not (?<old>[^,.;]{2,30}?)(?:,? but(?: rather)?|,| -) ?(?<now>.{2,40})$/iu,
  /^(?:(?:no|nope|sorry|oops|i (?:meant|said))[,. ]+)?(?<now>[^,.;]{2,40}?),? (?:and )?not (?<old>[^,.;]{2,30})$/iu,
  /^(?:(?:нет|ой)[,. ]+)?не (?:про |об? |в |за )?(?<old>[^,.;]{2,30}?),? а (?:про |об? |в |за )?(?<now>.{2,40})$/iu,
  /^(?:(?:нет|ой)[,. ]+)?(?:про |об? |в |за )?(?<now>[^,.;]{2,40}?),? а не (?:про |об? |в |за )?(?<old>[^,.;]{2,30})$/iu,
  /^不是(?<old>[^,，。]{1,16}?)[,，]?\s?(?:而)?是(?<now>[^,，。]{1,20})$/iu,
  /^(?<now>[^,，。]{1,20})[,，]\s?不是(?<old>[^,，。]{1,16})$/iu,
];

/** The line with the one thing in place of the other; undefined when it does not have it. Days and hours are read elsewhere. */
export function exchange(text: string, line: string): Understood | undefined {
  const said = text.replace(/(?<![?!.。])[?!.。]+$/u, "");
  for (const form of FORMS) {
    const { old, now } = form.exec(said)?.groups ?? {};
    if (!old || !now || /\d/.test(old)) continue;
    const at = placeOf(old.trim().toLowerCase().replaceAll("ё", "е"), line);
    if (!at) continue;
    const changed = `${line.slice(0, at[0])}${now.trim()}${line.slice(at[1])}`.replace(/\s+/g, " ").trim();
    return /^(?:daily|watch|unwatch|settings)/.test(line) ? confirms(changed) : does(changed);
  }
  return undefined;
}

/** Where a line has these words, in whatever form of the word, behind its command. */
export function placeOf(words: string, line: string): readonly [number, number] | undefined {
  const low = line.toLowerCase().replaceAll("ё", "е");
  const from = low.indexOf(" ") + 1;
  const exact = low.indexOf(words, from);
  if (exact >= 0 && from > 0) return [exact, exact + words.length];
  const stem = words.slice(0, Math.max(4, words.length - 3));
  if (/\p{Script=Han}|\s/u.test(words) || words.length < 4) return undefined;
  for (const { 0: word, index } of low.matchAll(/[\p{L}-]+/gu))
    if (index >= from && word.startsWith(stem) && Math.abs(word.length - words.length) <= 3)
      return [index, index + word.length];
  return undefined;
}
