/** Whether what is left of a page is only the beginning before a paywall, or a consent page instead of an article. */

export type Wall = "paywall" | "consent";

/** The page's own marks of a wall, found before its markup is taken apart. */
export interface WallSigns {
  /** It says in its data which parts are not for free, and those are not there. */
  readonly partsMissing: boolean;
  /** It says in its data that it is not for free, and no more; open pages say so too. */
  readonly notFree: boolean;
  /** A box that asks for a subscription follows the paragraphs of the article. */
  readonly gate: boolean;
}

/** Asks for a subscription so that this very text goes on. */
const GOES_ON =
  /(?:subscribe|sign in|log in|register)(?: now)? to (?:continue|read (?:on|more|the full|this|the rest)|keep reading)|to continue reading|(?:登录|订阅|付费|开通会员)后(?:即可|可以?|方可|才能)?(?:继续)?(?:阅读|查看)(?:全文|全部内容|余下|剩余|更多内容|本文|[。！]?$)|(?:剩余|余下)(?:内容|全文|部分|\d+\s*[%％]).{0,8}付费|付费后?(?:即可|可)?(?:阅读|查看)(?:全文|余下|剩余)|чтобы (?:дочитать|читать дальше|продолжить чтение|прочитать полностью)/iu;
/** Speaks of subscribers; also a menu or a box beside an open article does. */
const SUBSCRIBERS =
  /already a subscriber|subscribers? only|for subscribers|subscribe|только (?:для|по) подпис|оформите подписку|付费(?:阅读|内容)|订阅后|登录后/iu;
const CONSENT =
  /we value your privacy|before you continue|accept (?:all )?cookies|cookie consent|согласие на обработку|файлы cookie|接受.{0,4}cookie/iu;

/** Longer than this, in Latin letters, a text is an article, whatever stands at its end. */
const WHOLE = 1_200;
/** Shorter than this it is a teaser. */
const TEASER = 120;
/** A line that asks for something is short. */
const ASKS = 200;
/** A Han character says about as much as two and a half letters. */
const HAN_WEIGHT = 2.5;

/** Judges by the extracted text alone and the page's structure: a word elsewhere on the page proves nothing. */
export function wallOf(text: string, signs: WallSigns): Wall | null {
  const weight = weightOf(text);
  if (weight > WHOLE) return null;
  const lines = text.split("\n").filter(Boolean);
  const tail = lines.slice(-3).filter((line) => line.length < ASKS);
  const rest = lines.filter(
    (line) => !tail.includes(line) || !(GOES_ON.test(line) || SUBSCRIBERS.test(line)),
  );
  const left = weightOf(rest.join("\n"));
  const cut = left < TEASER || /(?:…|\.\.\.|,|，|-)$/u.test(rest.at(-1) ?? "");
  if (tail.some((line) => GOES_ON.test(line))) return "paywall";
  if (signs.partsMissing || (signs.gate && left < WHOLE / 2)) return "paywall";
  if (cut && (signs.notFree || tail.some((line) => SUBSCRIBERS.test(line)))) return "paywall";
  return weight < WHOLE / 3 && CONSENT.test(text) ? "consent" : null;
}

/** What a text's length is worth in Latin letters. */
export function weightOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.length + han * (HAN_WEIGHT - 1);
}
