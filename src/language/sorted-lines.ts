/** Looks up lines of a file that the build sorted by their bytes, without parsing it. */
const NEWLINE = 10;

/** Lines of each file that were looked up last: one query looks for the same words again and again. */
const lookups = new WeakMap<Buffer, Map<string, string | undefined>>();
const REMEMBERED = 2_000;

/** The rest of the line that begins with `key` and a tab; undefined when there is none. */
export function findLine(lines: Buffer, key: string): string | undefined {
  const known = lookups.get(lines) ?? new Map<string, string | undefined>();
  lookups.set(lines, known);
  if (known.has(key)) return known.get(key);
  const line = lookUp(lines, key);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, line);
  return line;
}

function lookUp(lines: Buffer, key: string): string | undefined {
  const wanted = Buffer.from(`${key}\t`);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : lines.lastIndexOf(NEWLINE, middle - 1) + 1;
    const order = lines.compare(
      wanted,
      0,
      wanted.length,
      start,
      Math.min(start + wanted.length, lines.length),
    );
    const end = lines.indexOf(NEWLINE, middle);
    if (order === 0) return lines.toString("utf8", start + wanted.length, end < 0 ? lines.length : end);
    if (order < 0) low = end < 0 ? high : end + 1;
    else high = start;
  }
  return undefined;
}
