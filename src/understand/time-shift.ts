/** When something shall come, said by itself: "an hour later", на полчаса раньше, 晚一小时, or by a bare hour: "to 10". */
import { anywhere, findAll, type TextMatch, words } from "../language/when/pattern.ts";
import { HAN_NUMBER, NUMBER, smallNumber } from "../language/when/small-numbers.ts";

const UNIT = "half an hour|hours?|minutes?|полчаса|полчасика|час(?:а|ов|ик)?|минут*";
const ALPHABET = words(
  `(?:на |by )?(?:an? |${NUMBER} )?(?:${UNIT}) (?:later|earlier|позже|позднее|попозже|раньше|пораньше)`,
);
const HAN = anywhere(
  `(?:晚|早|推迟|提前|延后|往后|往前)(?:${HAN_NUMBER}|半)个?半?(?:小时|钟头|分钟)|(?:${HAN_NUMBER}|半)个?半?(?:小时|钟头|分钟)(?:以?后|之后)`,
);

/** Minutes, less than nothing for earlier; undefined when no shift is said. @param low lower case */
export function shiftIn(low: string): number | undefined {
  const said = low.match(ALPHABET)?.[0] ?? low.match(HAN)?.[0];
  if (said === undefined) return undefined;
  const half = /half|полчас|半/u.test(said) ? 0.5 : undefined;
  const written = said.match(
    new RegExp(`(?<!\\p{L})(?:${NUMBER})(?!\\p{L})|${HAN_NUMBER}(?=个|半|小时|钟头|分)`, "u"),
  )?.[0];
  const count = half ?? (written ? smallNumber(written) : 1);
  const minutes = count * (/minute|минут|分钟/u.test(said) ? 1 : 60);
  return /earlier|раньше|早|提前|往前/u.test(said) ? -minutes : minutes;
}

/** @param time as `8:30`; undefined when the shift leaves the day */
export function shifted(time: string, minutes: number): string | undefined {
  const [hour = 0, minute = 0] = time.split(/[:.]/).map(Number);
  const at = hour * 60 + minute + minutes;
  if (at < 0 || at >= 1440) return undefined;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

const HOUR = words(`(?:to|at|by|for|на|в|к) (${NUMBER})(?: (?:часов|часа|час|утра))?(?= |$|[,.!;])`);

/** "Move it to 10", на девять: a bare hour, where nothing but an hour of a summary can be meant. */
export function hoursIn(low: string): TextMatch<string>[] {
  return findAll(HOUR, low, ([, written = ""]) => {
    const hour = smallNumber(written);
    return hour >= 0 && hour <= 23 ? `${String(hour).padStart(2, "0")}:00` : undefined;
  }).filter(
    ({ end }) =>
      !/^ (?:articles?|stories|topics?|days?|weeks?|months?|дн|недел|стат|месяц|[a-zа-я]+s(?![a-z]))/u.test(
        low.slice(end),
      ),
  );
}
