/** Countries that a text speaks of, by their names in Chinese, English and Russian as the platform knows them. */

/** A country; `named` finds its name or its people's in any of the three languages. */
export interface Region {
  readonly code: string;
  readonly named: RegExp;
}

/** How else a country and its people are called; Chinese articles rarely name their own. */
const ALSO: Readonly<Record<string, string>> = {
  BY: "[Бб]елорус",
  CN: "Chinese|Beijing|中方|我国|北京|Пекин",
  GB: "Britain|British|Британи|[Бб]ритан|英国",
  KG: "Kirghi|[Кк]ыргыз|[Кк]иргиз|吉方",
  RU: "俄方",
  TR: "Turkey|Turkish|[Тт]урец",
  US: "America|U\\.?S\\.?(?!\\p{L})|США|[Аа]мерикан|美国|美方",
};

let regions: readonly Region[] | undefined;

/** The countries that a short text names; empty for most questions. */
export function regionsIn(text: string): readonly Region[] {
  regions ??= readRegions();
  return regions.filter(({ named }) => named.test(text));
}

function readRegions(): Region[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const [zh, en, ru] = ["zh", "en", "ru"].map(
    (locale) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" }),
  );
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const [chinese, english, russian] = [zh?.of(code), en?.of(code), ru?.of(code)];
      if (!chinese || !/^\p{Lu}\p{Ll}+$/u.test(english ?? "")) return ALSO[code] ? [region(code, [])] : [];
      const word = russian && /^\p{L}+$/u.test(russian) ? [eitherCase(stem(russian))] : [];
      return [region(code, [chinese, stem(english ?? ""), ...word])];
    });
}

function region(code: string, names: readonly string[]): Region {
  const also = ALSO[code]?.split("|") ?? [];
  return { code, named: new RegExp([...names, ...also].map(starting).join("|"), "u") };
}

/** What the name of a country shares with that of its people: Tajikistan, Tajik; Индия, индийский. */
function stem(name: string): string {
  const short = name.replace(/(?:i?stan|и?стан|ia|ия|[aeyаьяй])$/u, "");
  return short.length > 3 ? short : name;
}

/** Chinese names stand anywhere, others at the start of a word. */
function starting(name: string): string {
  return /\p{Script=Han}/u.test(name) ? name : `(?<!\\p{L})${name}`;
}

function eitherCase(word: string): string {
  const first = word.charAt(0);
  return `[${first}${first.toLowerCase()}]${word.slice(1)}`;
}
