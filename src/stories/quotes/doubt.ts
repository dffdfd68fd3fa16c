/** Where it is not certain that the name beside a verb of saying is its subject: somebody speaks for them, or of them. */
import type { Statement } from "../../language/quotations/quotations.ts";

/** What behind a name makes somebody else of it: `Holikov's spokesman`, `霍利科夫的发言人`. */
const HIS_BEHIND =
  /^(?:['’]s?\s+(?!words|view|opinion|account|estimate)|的(?:新闻)?(?:发言人|秘书|助理|顾问|律师|代表|办公室|同事|说法|言论|讲话|表态|父亲|母亲|妻子|丈夫|前任|继任))/iu;
/** And before it: `Пресс-секретарь Холикова сообщил`, `the spokesman for Holiqov said`. */
const HIS_BEFORE =
  /(?:\b(?:spokes(?:man|woman|person)|aides?|advis[eo]rs?|lawyers?|office|secretary|assistant|deputy|critics?|remarks?|statements?|words|successor|predecessor) (?:for|of|to|by)|(?<!\p{L})(?:ответ на слова|вслед за|после слов|вместо|имени|адрес))\s+(?:\p{L}+\s+){0,2}$/iu;
const RUSSIAN_FOR =
  /(?<!\p{L})(?:пресс-секретар|представител|помощни|советни|адвокат|пресс-служб|заместител|сын|отец|коллег|преемни|предшественни)\p{L}*\s+$/iu;
/** "By his words" stands with another case than a subject does. */
const BY_WORDS =
  /(?<!\p{L})(?:по\s+(?:словам|мнению|оценке|данным|утверждению|его словам)|как\s+следует\s+из\s+слов)\s+(?:[\p{L}«»-]+\s+){0,5}$/iu;
/** A family name in the case of whom something is told, or with whom. */
const TOLD_TO = /(?:[оеё]в|[иы]н)(?:у|ым|е|ых|ыми)$|ск(?:ому|им|ом)$/u;
const WOMAN_OR_CASE = /(?:[оеё]в|[иы]н)(?:а|ой|у)$/u;
/** What others say of them. */
const OTHERS_SAY =
  /\b(?:critics|analysts|observers|experts|people|some|many|others|rumou?rs?|reports?)\s+(?:say|said|claim|claimed|believe|think|thought)\b|(?<!\p{L})(?:критики|эксперты|аналитики|наблюдатели|многие|говорят)(?!\p{L})|外界|有人|分析人士|观察人士/iu;

/** @param speaker the name as the sentence has it */
export function isDoubtful(text: string, { speaker, form }: Pick<Statement, "speaker" | "form">): boolean {
  if (form === "reported" && OTHERS_SAY.test(text)) return true;
  const places = placesOf(speaker, text);
  return places.length > 0 && places.every((at) => isAnother(text, speaker, at));
}

function isAnother(text: string, speaker: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 90), at), text.slice(at + speaker.length)];
  if (HIS_BEHIND.test(after) || HIS_BEFORE.test(before)) return true;
  if (!/\p{Script=Cyrillic}/u.test(speaker) || BY_WORDS.test(before)) return false;
  if (TOLD_TO.test(speaker)) return true;
  const man = /(?<!\p{L})\p{L}{3,}(?:ил|ал|ел|ял|ул|ился|ался)(?!\p{L})/u.test(after);
  const woman = /(?<!\p{L})\p{L}{3,}(?:ила|ала|ела|яла|илась|алась)(?!\p{L})/u.test(text);
  if (WOMAN_OR_CASE.test(speaker) && !woman) return true;
  return RUSSIAN_FOR.test(before) && man && /[аяы]$/u.test(speaker);
}

function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
