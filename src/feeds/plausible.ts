/** How much a decoded text looks like one: the share of its non-ASCII characters that are everyday ones. */

/** The commonest Han characters (simplified and traditional), of news most of all. */
const HAN =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严" +
  "個們這來時國會為對說發經過動種與後學點進電機當開還從業關應體實問義無將運農間決處門結領導題達東長單學務類報華傳記話觀連際織難聲頭資論麼總條沒變員質" +
  "哈萨坦乌兹塔吉尔罗巴伊朗白蒙古阿富汗沙特埃拉耳其柬埔寨缅甸尼泊普京莫喀什鲁齐疆薩烏茲爾羅蘭蘇維魯喬吾沃朋友协谐睦邻峰";
/** The commonest Russian letters, nine of ten in a text; read in a wrong code page they turn into rarer ones. */
const CYRILLIC = new Set("оеаинтсрвлкмдпуяыьОЕАИНТСРВЛКМДПУЯЫЬ");
const SIGNS = "，。、；：？！“”‘’（）《》—–…·«»№•　\u00a0";
const WIDE = new Set([...HAN, ...SIGNS]);
const LATIN = /[\u00c0-\u024f]/;
/** No encoding that is guessed gives these scripts: who reads them was told so. */
const DECLARED_ONLY = /[\p{Script=Arabic}\p{Script=Greek}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Thai}]/u;
const INVERTED = /[а-яё][А-ЯЁ]/;
const ENOUGH = 4_000;

/**
 * From 0 (no everyday character) to 1; 0 where there is no evidence. Kana counts as everyday too. Cyrillic
 * letters count where they do not touch an ASCII letter, accented Latin ones where they do; a capital behind a
 * small letter counts against, as KOI8-R and windows-1251 have each other's capitals for small letters.
 */
export function plausibility(text: string): number {
  let seen = 0;
  let everyday = 0;
  for (let at = 0; at < text.length && seen < ENOUGH; at++) {
    const character = text.charAt(at);
    if (character < "\u0080") continue;
    seen += 1;
    const before = text.charAt(at - 1);
    if (INVERTED.test(before + character)) everyday -= 1;
    else if (isEveryday(character, isAsciiLetter(before) || isAsciiLetter(text.charAt(at + 1))))
      everyday += 1;
  }
  return seen === 0 ? 0 : Math.max(0, everyday / seen);
}

function isEveryday(character: string, amongAscii: boolean): boolean {
  if (WIDE.has(character) || (character >= "\u3041" && character <= "\u30fe")) return true;
  return (amongAscii ? LATIN.test(character) : CYRILLIC.has(character)) || DECLARED_ONLY.test(character);
}

function isAsciiLetter(character: string): boolean {
  return /^[a-z]$/i.test(character);
}
