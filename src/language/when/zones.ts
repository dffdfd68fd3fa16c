/** Time zones by the cities that people name, in three languages and their cases. */
import { once } from "../../once.ts";
import { isZone } from "../../time.ts";
import { anywhere, findAll, longest, type TextMatch, WITHIN, withEndings, words } from "./pattern.ts";

/** A zone, its cities in an alphabet (a star is an ending), and in Chinese. */
const CITY_ROWS: readonly (readonly [zone: string, names: string, han: string])[] = [
  [
    "Asia/Shanghai",
    "beijing|peking|shanghai|китайск* времен*|пекин*|шанха[йяюе]|shenzhen|guangzhou",
    "北京|上海|中国|广州|深圳",
  ],
  ["Asia/Urumqi", "urumqi|урумчи|xinjiang", "乌鲁木齐|新疆"],
  ["Asia/Hong_Kong", "hong kong|гонконг*", "香港"],
  ["Europe/Moscow", "moscow|москв*|московск*", "莫斯科"],
  ["Asia/Yekaterinburg", "yekaterinburg|ekaterinburg|екатеринбург*", "叶卡捷琳堡"],
  ["Asia/Novosibirsk", "novosibirsk|новосибирск*", "新西伯利亚"],
  ["Asia/Vladivostok", "vladivostok|владивосток*", "符拉迪沃斯托克|海参崴"],
  ["Asia/Tashkent", "tashkent|ташкент*", "塔什干"],
  ["Asia/Samarkand", "samarkand|самарканд*", "撒马尔罕"],
  ["Asia/Almaty", "almaty|астан[аеуы]|алматы|astana|алма-ат[аеуы]|nur-sultan", "阿拉木图|阿斯塔纳"],
  ["Asia/Bishkek", "bishkek|бишкек*", "比什凯克"],
  ["Asia/Dushanbe", "dushanbe|душанбе", "杜尚别"],
  ["Asia/Ashgabat", "ashgabat|ашхабад*", "阿什哈巴德"],
  ["Asia/Tehran", "tehran|teheran|тегеран*", "德黑兰"],
  ["Asia/Karachi", "islamabad|karachi|lahore|исламабад*|карачи", "伊斯兰堡|卡拉奇"],
  ["Asia/Kolkata", "new delhi|delhi|mumbai|kolkata|нью-дели|дели|мумба[йяие]", "新德里|德里|孟买"],
  ["Europe/Minsk", "minsk|минск*", "明斯克"],
  ["Asia/Ulaanbaatar", "ulaanbaatar|ulan bator|улан-батор*", "乌兰巴托"],
  ["Asia/Kabul", "kabul|кабул*", "喀布尔"],
  ["Asia/Baku", "baku|баку", "巴库"],
  ["Asia/Yerevan", "yerevan|ереван*", "埃里温"],
  ["Asia/Tbilisi", "tbilisi|тбилиси", "第比利斯"],
  ["Europe/Istanbul", "istanbul|ankara|стамбул*|анкар[аеуы]", "伊斯坦布尔|安卡拉"],
  ["Asia/Dubai", "dubai|дуба[йяие]", "迪拜"],
  ["Asia/Riyadh", "riyadh|эр-рияд*", "利雅得"],
  ["Africa/Cairo", "cairo|каир*", "开罗"],
  ["Asia/Kathmandu", "kathmandu|катманду", "加德满都"],
  ["Asia/Colombo", "colombo|коломбо", "科伦坡"],
  ["Asia/Phnom_Penh", "phnom penh|пномпен*", "金边"],
  ["Asia/Singapore", "singapore|сингапур*", "新加坡"],
  ["Asia/Tokyo", "tokyo|токио", "东京"],
  ["Asia/Seoul", "seoul|сеул*", "首尔"],
  ["Europe/London", "london|лондон*", "伦敦"],
  ["Europe/Berlin", "berlin|берлин*", "柏林"],
  ["Europe/Paris", "paris|париж*", "巴黎"],
  ["Europe/Brussels", "brussels|брюссел*", "布鲁塞尔"],
  ["Europe/Zurich", "geneva|zurich|женев*|цюрих*", "日内瓦|苏黎世"],
  ["Europe/Vienna", "vienna|вен[аеуы]", "维也纳"],
  ["Europe/Kyiv", "kyiv|kiev|киев*", "基辅"],
  ["America/New_York", "new york|washington|нью-йорк*|вашингтон*", "纽约|华盛顿"],
  ["America/Los_Angeles", "los angeles|san francisco|лос-анджелес*", "洛杉矶"],
  ["UTC", "utc|gmt|greenwich", "世界标准时间|格林尼治"],
];

/** Present names that some runtimes only list by their former ones. */
const RENAMED = ["Asia/Kolkata", "Asia/Kathmandu", "Asia/Yangon", "Asia/Ho_Chi_Minh", "Europe/Kyiv"];

/** Every IANA zone of this runtime. */
export const zones = once((): readonly string[] => [
  ...new Set(["UTC", ...RENAMED.filter(isZone), ...Intl.supportedValuesOf("timeZone")]),
]);

export interface NamedZone {
  readonly zone: string;
  /** Said to be a time: "Moscow time", по Пекину, 北京时间; else it may be only a city. */
  readonly plain: boolean;
}

/** Names of times themselves. */
const SHORT: readonly (readonly [zone: string, names: string])[] = [
  ["Europe/Moscow", "msk|мск"],
  ["Asia/Kolkata", "ist"],
  ["Asia/Karachi", "pkt"],
  ["UTC", "utc|gmt"],
];

const NAMES = CITY_ROWS.map(([zone, names]) => ({
  zone,
  timed: words(
    `(?:(?:in|by|at|on) )?(?:${names}) (?:time ?zone|local time|time|hours)|по (?:времени )?(?:${names})(?: времени)?|врем(?:я|ени) (?:${names})`,
  ),
  city: words(`(?:(?:in|to|from|for|в|на|из|под) )?(?:${names})`),
}));
const SHORT_NAMES = SHORT.map(([zone, names]) => ({ zone, is: words(`(?:по )?(?:${names})(?: time)?`) }));
const HAN_NAMES = CITY_ROWS.map(([zone, , names]) => ({
  zone,
  timed: anywhere(`(?:按|以)?(?:${names})(?:当地)?(?:时间|时区)|按(?:${names})(?:来)?算`),
  city: anywhere(names),
}));
const WRITTEN =
  /(?<![\p{L}/])(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific)\/[a-z_]+(?:\/[a-z_]+)?/gu;

/** A text without any city is looked at once and not once a city. */
const ANY_CITY = new RegExp(
  CITY_ROWS.map(([, names, han]) => `(?<!${WITHIN})(?:${withEndings(names)})|${han}`).join("|"),
  "u",
);

/** Every zone that a text in lower case names; those that are plainly times, and cities. */
export function zonesIn(low: string): TextMatch<NamedZone>[] {
  const cities = ANY_CITY.test(low) ? [...NAMES, ...HAN_NAMES] : [];
  const found = cities.flatMap(({ zone, timed, city }) => [
    ...findAll(timed, low, () => ({ zone, plain: true })),
    ...findAll(city, low, () => ({ zone, plain: false })),
  ]);
  const short = SHORT_NAMES.flatMap(({ zone, is }) => findAll(is, low, () => ({ zone, plain: true })));
  const written = findAll(WRITTEN, low, ([name]) => {
    const zone = zones().find((known) => known.toLowerCase() === name);
    return zone ? { zone, plain: true } : undefined;
  });
  return longest([...written, ...short, ...found]);
}

const byCity = once(() =>
  CITY_ROWS.map(([zone, names, han]) => ({
    zone,
    is: new RegExp(`^(?:${withEndings(names)}|${han})$`, "u"),
  })),
);

/** The zone of one name as typed into a field: an IANA zone in any case, or a city; undefined when there is none. */
export function zoneOf(written: string): string | undefined {
  const text = written.normalize("NFKC").trim().toLowerCase().replaceAll("ё", "е");
  const name = text.replaceAll(" ", "_");
  const exact = zones().find((zone) => zone.toLowerCase() === name);
  return (
    exact ??
    byCity().find(({ is }) => is.test(text))?.zone ??
    zones().find((zone) => zone.toLowerCase().endsWith(`/${name}`))
  );
}
