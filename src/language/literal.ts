/** A folded phrase looked for in a text as it is written: folding the text first takes a hundred times as long. */
import { foldCharacter, foldText, SAME } from "./fold.ts";
import { isSimple, simplifyHan } from "./han.ts";

/** Characters that fold in another way than `literal` knows. */
const UNUSUAL =
  /[^\u0000-\u007f\u00a0\u00ab\u00b7\u00bb\u0400-\u045f\u2010-\u2022\u3000-\u302f\u30a1-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]/gu;
const TORN = /\p{Script=Han}\s+\p{Script=Han}/u;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What full-width forms are away from their ASCII characters. */
const WIDTH = 0xfee0;

/** The least change of a text in which `literal` finds all that its folded form has; mostly none. */
export function readable(text: string): string {
  const usual = text.replace(UNUSUAL, foldCharacter);
  if (isSimple(usual)) return usual;
  return TORN.test(usual) ? foldText(usual).text : simplifyHan(usual);
}

/** A pattern (global) for a phrase in its folded form; what it finds is there in any text. */
export function literal(folded: string): RegExp {
  let source = "";
  let before = "";
  for (const character of folded) {
    if (HAN.test(before) && HAN.test(character)) source += "\\s*";
    source += character === " " ? "\\s+" : `[${formsOf(character).map(escaped).join("")}]`;
    before = character;
  }
  return new RegExp(source === "" ? "(?!)" : source, "giu");
}

/** A character and those that fold to it, capitals aside. */
function formsOf(character: string): string[] {
  const code = character.charCodeAt(0);
  const wide = code > 0x20 && code < 0x7f ? [String.fromCharCode(code + WIDTH)] : [];
  const same = Object.keys(SAME).filter((other) => SAME[other] === character);
  return [character, ...wide, ...same, ...(character === "е" ? ["ё"] : [])];
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
