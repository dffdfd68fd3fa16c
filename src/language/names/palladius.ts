/** Chinese syllables as Russian writes them (Palladius): zhi is чжи, yuan is юань; there and back. */

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(" ").map((pair) => [pair.replace(/(?<![а-яё])[а-яё]*$/, ""), pair.replace(/^[a-z]*/, "")]),
  );
const INITIALS = pairs("bб pп mм fф dд tт nн lл gг kк hх jцз qц xс zhчж chч shш rж zцз cц sс");
const FINALS = pairs(
  "aа oо eэ iи uу vюй aiай eiэй aoао ouоу anань enэнь angан engэн ongун iaя ieе iaoяо iuю ianянь inинь iangян ingин iongюн " +
    "uaуа uoо uaiуай uiуй uanуань unунь uangуан ueюэ veюэ erэр",
);
/** Without an initial, and where the rule does not hold. */
const WHOLE = pairs(
  "yiи yaя yeе yaoяо youю yanянь yinинь yangян yingин yongюн yuюй yueюэ yuanюань yunюнь " +
    "wuу waва woво waiвай weiвэй wanвань wenвэнь wangван wengвэн aа oо eэ aiай eiэй aoао ouоу anань enэнь angан erэр " +
    "ziцзы ciцы siсы juцзюй quцюй xuсюй jueцзюэ queцюэ xueсюэ juanцзюань quanцюань xuanсюань junцзюнь qunцюнь xunсюнь " +
    "guoго huoхо kuoко huiхуэй heхэ",
);
const LONGEST = { syllables: 3, letters: 6 };

/** A syllable of pinyin without its tone; undefined for what is none. */
export function palladius(syllable: string): string | undefined {
  const whole = WHOLE.get(syllable);
  if (whole !== undefined) return whole;
  const initial = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcs])/.exec(syllable)?.[0] ?? "";
  const [first, last] = [INITIALS.get(initial), FINALS.get(syllable.slice(initial.length))];
  return first === undefined || last === undefined ? undefined : first + last;
}

/** Every syllable of pinyin by what Russian writes for it. */
const syllables = new Map<string, string[]>();
for (const pinyin of [
  ...WHOLE.keys(),
  ...[...INITIALS.keys()].flatMap((a) => [...FINALS.keys()].map((b) => a + b)),
]) {
  const written = palladius(pinyin);
  if (written === undefined) continue;
  const row = syllables.get(written) ?? [];
  if (!row.includes(pinyin)) syllables.set(written, [...row, pinyin]);
}

/** Every way to read a folded Russian word as at most three syllables of pinyin; none for what is no Chinese name. */
export function fromPalladius(word: string): readonly (readonly string[])[] {
  const read = (rest: string, left: number): string[][] => {
    if (rest === "") return [[]];
    if (left === 0) return [];
    const ways: string[][] = [];
    for (let length = Math.min(LONGEST.letters, rest.length); length > 0; length--)
      for (const one of syllables.get(rest.slice(0, length)) ?? [])
        for (const way of read(rest.slice(length), left - 1)) ways.push([one, ...way]);
    return ways;
  };
  return read(word, LONGEST.syllables);
}
