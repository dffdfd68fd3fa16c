/** How a word sounds, whichever alphabet it is in: names are found across alphabets by it. */

/** Letters and what they become. */
const LATIN = new Map(
  "а-a б-b в-v г-g д-d е-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya"
    .split(" ")
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** A folded Cyrillic word in Latin letters, one by one. */
export function toLatin(word: string): string {
  let latin = "";
  for (const letter of word) latin += LATIN.get(letter) ?? letter;
  return latin;
}

/** The consonants of a folded word as they sound: Thomas is Томас, Chicago is Чикаго, Harvard is Гарвард. */
export function soundOf(word: string): string {
  const latin = word.charCodeAt(0) >= 0x400 ? toLatin(word).replace(/^g/, "h") : word;
  return latin
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/shch|sch|sh/g, "š")
    .replace(/tch|ch/g, "k")
    .replace(/dzh|zh|j/g, "ž")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/ck|c|q/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/z/g, "s")
    .replace(/^g/, "h")
    .replace(/(?!^)[aeiouyh]/g, "")
    .replace(/^[aeiouyh]+/, "a")
    .replace(/(.)\1+/g, "$1");
}
