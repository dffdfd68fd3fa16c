/** Finds the numbers of a program text that are named constants: `const LIMIT = 10`, `const BM25 = { k: 1.2, … }`. */

export interface Numeral {
  /** `BM25.k`, `RANKING.wording.title`, `LIMIT`. */
  readonly name: string;
  readonly value: number;
  /** Where its digits stand in the text. */
  readonly start: number;
  readonly end: number;
}

/** All numbers of upper-case constants at the top level; those that are worked out (`90 * DAY`) are left alone. */
export function numeralsIn(text: string): Numeral[] {
  return [...text.matchAll(DECLARED)].flatMap((declared) => {
    const [all, name = "", body = ""] = declared;
    return within(name, body, declared.index + all.length - body.length);
  });
}

const DECLARED = /^(?:export )?const ([A-Z][A-Z0-9_]*) = (\d[\d_.]*;|\{[\s\S]*?\};)/gm;
/** A comment, the start of a group, its end, or a number with its key. */
const PIECE = /\/\*[\s\S]*?\*\/|\/\/.*|([\w-]+)"?:\s*\{|\}|(?:([\w-]+)"?:\s*)?\b(\d[\d_.]*)(?=\s*[,;}\n])/g;

function within(name: string, body: string, from: number): Numeral[] {
  const path = [name];
  const found: Numeral[] = [];
  for (const part of body.matchAll(PIECE)) {
    const [piece, group, key, digits] = part;
    if (group !== undefined) path.push(group);
    else if (piece === "}") path.pop();
    else if (digits !== undefined) {
      const end = from + part.index + piece.length;
      found.push({
        name: [...path, ...(key === undefined ? [] : [key])].join("."),
        value: Number(digits.replaceAll("_", "")),
        start: end - digits.length,
        end,
      });
    }
  }
  return found;
}
