/** Names in a sentence that a model wrote: what has to be in the sentence it cites. */

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Words that begin a sentence or a date and are no names, in English and Russian. */
const COMMON = new Set(
  (
    "the a an in on at by of for from to with and or but as it its this that these those they he she there their " +
    "according about after before during since when while where who which what more most over nearly some all both each " +
    "many several no not only also " +
    "в во на по из с со к ко о об от до за для и а но или как это эти эта этот они он она оно его её их там где когда " +
    "который которая согласно после перед во время более около всего всех многие несколько также только " +
    "january february march april may june july august september october november december " +
    "monday tuesday wednesday thursday friday saturday sunday " +
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
  ).split(" "),
);

/**
 * Capitalised words of alphabetic scripts (a sentence's first one too, unless it is a common word), words of a
 * foreign script within Chinese, and Chinese names as they are told: with a middle dot, or before "说", "表示".
 */
export function namesIn(text: string): readonly Range[] {
  const found: Range[] = [];
  const inChinese = /\p{Script=Han}/u.test(text);
  for (const { 0: word, index } of text.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}][\p{L}\p{M}'’-]*/gu)) {
    const bare = word.replace(/['’]s$/, "");
    const isName = inChinese || /^\p{Lu}/u.test(bare);
    if (isName && !COMMON.has(bare.toLowerCase())) found.push({ start: index, end: index + bare.length });
  }
  for (const { 0: name, index } of text.matchAll(/\p{Script=Han}{1,8}(?:[·・]\p{Script=Han}{1,8})+/gu))
    found.push({ start: index, end: index + name.length });
  for (const match of text.matchAll(/(\p{Script=Han}{2,4}?)(?:表示|说|称|指出|认为|介绍|宣布)/gu))
    found.push({ start: match.index, end: match.index + (match[1] ?? "").length });
  for (const { 0: quoted, index } of text.matchAll(/[“"《«]([^“”"《》«»]+)[”"》»]/gu))
    found.push({ start: index + 1, end: index + quoted.length - 1 });
  return found;
}
