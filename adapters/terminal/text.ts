/** Text on a terminal: what is unsafe goes, columns are counted as the eye sees them, lines break where they may. */
import { eastAsianWidth } from "get-east-asian-width";

const graphemes = new Intl.Segmenter();
/** What is drawn over its neighbour or not at all. */
const UNSEEN = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
/** Flags, keycaps, and signs drawn in colour. */
const EMOJI = /[\ufe0f\u20e3]|^[\u{1f1e6}-\u{1f1ff}]{2}/u;

/** What may be drawn together with its neighbour; elsewhere each character is a grapheme. */
const JOINED =
  /[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u1100-\u11ff]/u;
/** The segmenter takes a time that grows with the square of a text; where it is cut, a grapheme may count as two. */
const CUT = /[\s\S]{1,1000}/gu;

/** The columns that a text takes: two for what is wide, one for what is narrow, none for accents and controls. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const [part] of text.matchAll(CUT)) {
    if (JOINED.test(part))
      for (const { segment } of graphemes.segment(part)) columns += widthOfGrapheme(segment);
    else for (const character of part) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return columns;
}

/** An emoji of several parts is as wide as one. */
function widthOfGrapheme(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2;
  const seen = [...grapheme].filter((character) => !UNSEEN.test(character));
  const parts = /\p{Extended_Pictographic}/u.test(grapheme) ? seen.slice(0, 1) : seen;
  return parts.reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}

/** Outside text must not move the cursor or colour the screen: control characters and escapes become spaces. */
export function harmless(text: string): string {
  return text
    .toWellFormed()
    .replace(/\t/g, "  ")
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

/** Line breaks become spaces; none stands after a Chinese sentence. */
export function oneLine(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}。！？；：”』」])\s*\n\s*/gu, "").replace(/(?<!\s)\s*\n\s*/g, " ");
}

/** Pads to a width in columns; longer text stays as it is. */
export function pad(text: string, width: number, shown = text): string {
  return text + " ".repeat(Math.max(0, width - widthOf(shown)));
}

/** Pieces that a line may be broken between: words with their spaces, and single wide characters. */
const PIECE =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef][，。、；：？！）》」』”’…·・]*|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+|[^\S\n]+/gu;

/** Breaks a text into lines of at most `width` columns; a word longer than that has a line to itself. */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    let columns = 0;
    for (const [piece] of paragraph.matchAll(PIECE)) {
      const size = widthOf(piece);
      if (columns + size > width && columns > 0) {
        lines.push(line.trimEnd());
        line = "";
        columns = 0;
        if (piece.trim() === "") continue;
      }
      line += piece;
      columns += size;
    }
    lines.push(line.trimEnd());
    return lines;
  });
}
