/** The beginning of a text, as far as publishers who want no more kept allow it. */

const MOST = 300;
/** A sentence that ends before this leaves too little. */
const LEAST = 120;

/** At most 300 characters, to the end of a sentence or between words; with "…" where a sentence is cut. */
export function excerptOf(text: string): string {
  if (text.length <= MOST) return text;
  const some = text.slice(0, MOST).toWellFormed();
  const ends = [...some.matchAll(/[.!?…](?=\s)|[。！？…]/gu)].map(({ index }) => index + 1);
  const whole = ends.at(-1) ?? 0;
  if (whole >= LEAST) return some.slice(0, whole);
  const han = /\p{Script=Han}/u.test(some);
  const space = han ? MOST - 1 : some.lastIndexOf(" ", MOST - 1);
  return `${some.slice(0, space > LEAST ? space : MOST - 1).trimEnd()}…`;
}
