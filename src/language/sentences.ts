/** Sentences of a text in any of the three languages, by their punctuation; offsets, not copies. */
import type { Mark } from "./text.ts";

const END =
  /[。！？!?；]+[”’"'』」»）)\]】]*|(?<![.…])(?<dot>[.…]+)(?:["”’»)\]]|\[\d+\])*(?=\s+["“(«【\-–—]?\s?[\p{Lu}\p{N}\p{Script=Han}])|\n+/gu;
/** A dot after one of these, or after a single capital letter, ends no sentence. */
const ABBREVIATED =
  /(?:^|[^\p{L}])(?:\p{Lu}|Mrs?|Ms|Dr|Prof|Gen|Gov|St|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|гг?|им|ул|млн|млрд|тыс|руб|т\.\s?[дпек])$/u;

/** What belongs to a quotation that ends right before it: who says it ("…!" said Ali; «…?» — спросил Али; “……。”阿里说。). */
const ATTRIBUTED =
  /^(?:\s?,?\s?[—–-]\s?\p{Ll}|\s\p{Ll}|(?:\p{Script=Han}|[·•]){1,24}(?:说|表示|指出|强调|介绍|认为|补充道|回答|答道|问道|写道|坦言|称)。)/u;
const QUOTED = /["'”’」』»]$|^[?？!！…]+$/u;

/** What begins a point of a list, a quotation or a heading in plain text. */
const BULLET = /^(?:[-*•▪◦‣>]|#{1,6})\s+/;
/** What follows a line that stands for itself. */
const APART = /^[ \t]*(?![ \t])(?:\n\s*(?:\n|[-*•▪◦‣>#])|\n?\s*$)/;
const LONGEST_HEADING = 90;

/** A sentence without the bullet before it. */
export function withoutBullet(text: string, [from, to]: Mark): Mark {
  return [from + (BULLET.exec(text.slice(from, to))?.[0].length ?? 0), to];
}

/** Whether a sentence (without its bullet) is a heading over what follows, or a note in brackets below it ("(Editor: …)"). */
export function isHeading(text: string, [from, to]: Mark): boolean {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  if (/^\s*#+\s+$/.test(line)) return true;
  if (line.trim() !== "" || to - from > LONGEST_HEADING) return false;
  if (/^[(（][^()（）]+[)）]$/.test(text.slice(from, to))) return true;
  const above = text.slice(Math.max(0, from - line.length - 3), from - line.length);
  return (
    !/[.。!！?？;；…"”»’]$/.test(text.slice(from, to)) &&
    (above === "" || /\n[^\S\n]*\n$/.test(above)) &&
    APART.test(text.slice(to, to + 4))
  );
}

/** Sentences within [from, to) of a text, without the spaces around them; none is empty. */
export function sentences(text: string, from = 0, to = text.length): Mark[] {
  const part = text.slice(from, to);
  const found: Mark[] = [];
  let start = 0;
  for (const match of part.matchAll(END)) {
    if (match.groups?.dot === "." && ABBREVIATED.test(part.slice(Math.max(0, match.index - 6), match.index)))
      continue;
    const end = match.index + match[0].length;
    if (QUOTED.test(match[0]) && ATTRIBUTED.test(part.slice(end, end + 40))) continue;
    push(start, end);
    start = end;
  }
  push(start, part.length);
  return found;

  function push(begin: number, end: number): void {
    const piece = part.slice(begin, end);
    const trimmed = piece.trim();
    const at = from + begin + piece.indexOf(trimmed);
    if (trimmed !== "") found.push([at, at + trimmed.length]);
  }
}

/** So much of a long text is read in one step, in UTF-16 units. */
const PART = 2_000;

/** A text in parts of bounded length, each cut where a sentence or line ends, or else a word, if one does in its second half. */
export function* partsOf(text: string, most = PART): Iterable<Mark> {
  let from = 0;
  while (text.length - from > most) {
    const to = from + cutIn(text.slice(from, from + most));
    yield [from, to];
    from = to;
  }
  yield [from, text.length];
}

function cutIn(part: string): number {
  const half = part.length >> 1;
  for (const mark of [/[\n。！？!?；;]/, /\s/])
    for (let at = part.length; at > half; at--) if (mark.test(part.charAt(at - 1))) return at;
  // Not between the halves of one character.
  return /[\ud800-\udbff]$/.test(part) ? part.length - 1 : part.length;
}
