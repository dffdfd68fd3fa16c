/** The case forms of Russian names and of what people of a country are called, made by rule from the dictionary form. */

const ADJECTIVES: readonly (readonly [ending: RegExp, forms: string])[] = [
  [/(?<=[гкх])ий$/, "ий ого ому им ом ая ой ую ое ие их ими"],
  [/(?<=[жчшщ])ий$/, "ий его ему им ем ая ей ую ее ие их ими"],
  [/ий$/, "ий его ему им ем яя ей юю ее ие их ими"],
  [/[ыо]й$/, "ый ой ого ому ым ом ая ую ое ые ых ыми"],
  [/ая$/, "ая ой ую ою"],
  [/яя$/, "яя ей юю"],
  [/ое$/, "ое ого ому ым им ом"],
  [/ее$/, "ее его ему им ем"],
  [/ые$/, "ые ых ым ыми"],
  [/ие$/, "ие их им ими"],
];
const NOUNS: readonly (readonly [ending: RegExp, singular: string, plural: string])[] = [
  [/(?<=[аеиоуыэюя])ец$/, "ец йца йцу йцем йце", "йцы йцев йцам йцами йцах"],
  [/ец$/, "ец ца цу цем це", "цы цев цам цами цах"],
  [/(?<=[ая]н)ин$/, "ин ина ину ином ине", "е ам ами ах "],
  [/ия$/, "ия ии ию ией", "ий иям иями иях"],
  [/(?<=[гкхжчшщ])а$/, "а и е у ой", "ам ами ах"],
  [/а$/, "а ы е у ой", "ам ами ах"],
  [/я$/, "я и е ю ей", "ь ям ями ях"],
  [/й$/, "й я ю ем е", "и ев ям ями ях"],
  [/ь$/, "ь я ю ем е и ью", "ей ям ями ях"],
  [/ы$/, "ы ам ами ах ов ", ""],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/, " а у ом ем е", "ы и ов ам ами ах"],
];
/** Surnames of these ends take an adjective's instrumental. */
const SURNAME = /(?:[ое]в|[иы]н)$/;
const IRREGULAR: Readonly<Record<string, string>> = {
  // «После» is hardly ever of an ambassador.
  посол: "посол посла послу послом послы послов послам послами послах",
  египет: "египет египта египту египтом египте",
  турок: "турок турка турку турком турке турки туркам турками турках",
  острова: "острова островов островам островами островах",
  дел: "дел",
  королевство: "королевство королевства королевству королевством королевстве",
  престол: "престол престола престолу престолом престоле",
};

/**
 * The forms of each word of a name, in small letters, ё for е: the adjectives before the first noun and that noun are
 * declined, the rest stays as it is. Words are parted at hyphens too; what is before the last hyphen of a word stays.
 */
export function casesOf(name: string): readonly (readonly string[])[] {
  const words = name.replaceAll("ё", "е").replaceAll("Ё", "Е").split(/\s+/);
  const noun = words.findIndex((word) => !isAdjective(word));
  const last = noun < 0 ? words.length - 1 : noun;
  const plural = /^\p{Ll}/u.test(name) || words.length > 1;
  return words.flatMap((word, at) => {
    const parts = word.split("-");
    const own = parts.pop() ?? "";
    const fixed = parts.filter(Boolean).map((part) => [part.toLowerCase()]);
    if (!/\p{L}/u.test(own)) return fixed;
    if (at > last) return [...fixed, [own.toLowerCase()]];
    return [...fixed, at < last || noun < 0 ? adjective(own) : nouns(own, plural)];
  });
}

function isAdjective(word: string): boolean {
  return /..(?:[иыо]й|[ая]я|[ое]е|[ыи]е)$/.test(word) && !/(?:[иы]я|арий|ений|мий)$/.test(word);
}

function adjective(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const [ending, forms] = ADJECTIVES.find(([end]) => end.test(lower)) ?? [];
  return ending && forms ? forms.split(" ").map((form) => lower.replace(ending, form)) : [lower];
}

function nouns(word: string, plural: boolean): readonly string[] {
  if (/^\p{Lu}{2,}$/u.test(word)) return [word.toLowerCase()];
  return [...new Set(declined(word.toLowerCase(), plural))];
}

function declined(word: string, plural: boolean): readonly string[] {
  const known = IRREGULAR[word];
  if (known !== undefined) return known.split(" ");
  const [ending, singular = "", several = ""] = NOUNS.find(([end]) => end.test(word)) ?? [];
  if (!ending) return [word];
  const forms = `${singular}${plural ? ` ${several}` : ""}`
    .split(" ")
    .map((form) => word.replace(ending, form));
  return SURNAME.test(word) ? [...forms, `${word}ым`, `${word}ой`, `${word}ых`] : forms;
}
