/** How a foreign name sounds, whatever the script: Исаев, Isaev and 伊萨耶夫 all sound SF, Karimzoda and 卡里姆佐达 KLMST. */

/**
 * What each character stands for when Chinese writes a foreign name by its sound: the consonant it opens
 * with, and N where it closes with n. Only characters that such names are made of; those that everyday
 * words need more often (明, 高, 东) are left out.
 */
const HAN_SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "": "阿埃艾奥澳厄欧乌武雅亚耶叶伊尤约娅鄂",
    F: "法菲费弗夫福瓦威韦维魏沃甫伏",
    FN: "范芬温",
    H: "哈豪赫霍胡",
    HN: "汗亨",
    K: "盖戈格古圭吉加居卡凯考科克库夸佳基柯",
    KN: "甘根贡坎肯孔巩坚",
    L: "尔拉莱劳勒雷里利莉丽列烈卢鲁罗洛吕蕾黎",
    LN: "兰朗琳隆伦",
    M: "马玛迈麦梅米摩莫默姆穆",
    MN: "曼芒蒙敏缅",
    N: "恩纳娜奈瑙内尼涅纽努诺因妮雍翁宁",
    P: "巴拜鲍贝比毕彼别波伯博勃布帕派佩皮珀普泊",
    PN: "班邦本宾潘庞彭",
    S: "查察彻茨贾杰奇齐契恰乔切丘热茹萨塞赛瑟沙莎舍什施史舒朔斯苏索希锡谢休扎宰泽哲朱兹佐丝琪卓绍若瑞日",
    SN: "津琴桑森珊辛欣逊赞詹然钦让琼",
    T: "达戴黛德狄迪蒂杜多季捷塔泰陶特提图托脱久",
    TN: "丹登邓丁顿坦腾汀廷通",
  }).flatMap(([sound, characters]) => [...characters].map((character) => [character, sound] as const)),
);
const HAN_NAME = new RegExp(`[${[...HAN_SOUNDS.keys()].join("")}]{3,}`, "gu");

/** Russian letters in Latin ones; vowels and signs make no sound here. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ б: "b", в: "v", г: "g", д: "d", ж: "zh", з: "z", к: "k", л: "l", м: "m", н: "n", п: "p", р: "r" },
  ...{ с: "s", т: "t", ф: "f", х: "h", ц: "s", ч: "s", ш: "s", щ: "s" },
};
/** Consonants that one script or another does not tell apart, each with the letter that stands for them. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/kh/g, "h"],
  [/gh|ck/g, "k"],
  [/th/g, "t"],
  [/ph/g, "f"],
  [/tch|sch|dzh|zh|ch|sh|ts|dj|c(?=[eiy])|[jzxsç]/g, "s"],
  [/[gqc]/g, "k"],
  [/[vw]/g, "f"],
  [/b/g, "p"],
  [/d/g, "t"],
  [/r/g, "l"],
  [/[^a-z]|[aeiouy]/g, ""],
  [/(.)\1+/g, "$1"],
];

/** The sound of a word in Latin or Cyrillic letters; without its vowels, as capitals. */
export function soundOf(word: string): string {
  const latin = word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[а-яё]/g, (letter) => CYRILLIC[letter] ?? "a");
  return LATIN.reduce((text, [letters, sound]) => text.replace(letters, sound), latin).toUpperCase();
}

/** The sounds of what may be foreign names in a Han text; those of fewer than three consonants are left out. */
export function hanNames(text: string): string[] {
  const sounds: string[] = [];
  for (const [run] of text.matchAll(HAN_NAME)) {
    const sound = [...run].map((character) => HAN_SOUNDS.get(character) ?? "").join("");
    const single = sound.replace(/(.)\1+/g, "$1");
    if (single.length >= 3) sounds.push(single);
  }
  return sounds;
}
