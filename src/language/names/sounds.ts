/** Names as sounds, whatever alphabet they are in: one list of consonants and vowels that can be laid beside another. */
import { syllableOf } from "./han-sounds.ts";

export interface Sound {
  /** A consonant, or a vowel a e i o u; Chinese initials that stand for several sounds have signs of their own. */
  readonly sign: string;
  /** A vowel that says nothing, behind a consonant that Chinese cannot end with. */
  readonly light?: true;
}

/** Longest first. */
const LATIN: readonly (readonly [letters: string, sounds: string])[] = (
  "shch-S sch-S tch-C dzh-J zh-Z sh-S ch-C kh-h gh-g dh-d bh-b jh-J ph-f th-t ts-c ck-k cq-k dj-J qu-kv ee-i oo-u ou-u ow-o " +
  "b-b c-k d-d f-f g-g h-h j-J k-k l-l m-m n-n p-p q-k r-r s-s t-t v-v w-v x-ks z-z a-a e-e i-i o-o u-u y-y"
)
  .split(" ")
  .map((pair) => [pair.split("-")[0] ?? "", pair.split("-")[1] ?? ""]);
const CYRILLIC: readonly (readonly [letters: string, sounds: string])[] =
  "дж-J а-a б-b в-v г-g д-d е-e ж-Z з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-h ц-c ч-C ш-S щ-S ъ- ы-i ь- э-e ю-yu я-ya"
    .split(" ")
    .map((pair) => [pair.split("-")[0] ?? "", pair.split("-")[1] ?? ""]);
/** Chinese initials by sign; those that are not here are their own. */
const INITIALS: Readonly<Record<string, string>> = {
  zh: "1",
  ch: "C",
  sh: "S",
  r: "2",
  j: "3",
  q: "4",
  x: "5",
  w: "v",
};

/** One for all words: they are some dozens, and hundreds of thousands are remembered. */
const made = new Map<string, Sound>();

function soundOf(sign: string, light = false): Sound {
  const key = light ? `${sign} light` : sign;
  const before = made.get(key);
  if (before) return before;
  const sound: Sound = light ? { sign, light } : { sign };
  made.set(key, sound);
  return sound;
}

const known = new Map<string, readonly Sound[]>();
const KNOWN_LIMIT = 50_000;

/** The sounds of a folded word of one script; none for what is no name. */
export function soundsOf(word: string): readonly Sound[] {
  const before = known.get(word);
  if (before) return before;
  const sounds = readSounds(word);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(word, sounds);
  return sounds;
}

function readSounds(word: string): Sound[] {
  const code = word.charCodeAt(0);
  if (code >= 0x3400) return hanSounds(word);
  return letterSounds(word, code >= 0x400 ? CYRILLIC : LATIN);
}

function hanSounds(word: string): Sound[] {
  const sounds: Sound[] = [];
  for (const character of word) {
    const syllable = syllableOf(character);
    if (!syllable) return [];
    const { initial, vowel, nasal, light } = syllable;
    if (character === "尔" || character === "耳") sounds.push(soundOf("r"));
    else {
      // 乌 is a vowel, 瓦 a consonant.
      if (initial && !(initial === "w" && vowel === "u")) sounds.push(soundOf(INITIALS[initial] ?? initial));
      if (vowel) sounds.push(soundOf(vowel, light));
      if (nasal) sounds.push(soundOf("n"));
    }
  }
  return sounds;
}

function letterSounds(word: string, table: typeof LATIN): Sound[] {
  const sounds: Sound[] = [];
  for (let at = 0; at < word.length; ) {
    const found = table.find(([letters]) => word.startsWith(letters, at));
    const letters = found?.[0] ?? word.charAt(at);
    let signs = found?.[1] ?? "";
    const next = word.charAt(at + letters.length);
    if (letters === "c" && /[eiy]/.test(next)) signs = "s";
    if (letters === "y" && !/[aeiou]/.test(next)) signs = "i";
    for (const sign of signs) if (sounds.at(-1)?.sign !== sign) sounds.push(soundOf(sign));
    at += letters.length;
  }
  return sounds;
}

export function isVowel(sign: string): boolean {
  return "aeiou".includes(sign);
}
