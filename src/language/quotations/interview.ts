/** Turns of an interview: the questions are the interviewer's, the answers his guest's. */
import type { Mark } from "../text.ts";
import { peopleIn } from "./people.ts";

interface Turn {
  /** "" for the interviewer. */
  readonly speaker: string;
  readonly form: "quoted";
}

const INTERVIEW = /\binterview|\bQ\s?&\s?A\b|интервью|专访|访谈|对话|答记者问/iu;
const TURN = /^[—–-]\s/u;
const LABELLED = /^(?:问|记者|Q|Вопрос|Корр(?:еспондент)?\.?)\s?[:：]/u;
const ANSWERED = /^(?:答|A|Ответ)\s?[:：]/u;
const ADDRESSED = /[?？]["”»]?$|^You (?:have|once|had|said|wrote|are|were)\b|^(?:Вы|Вас|Вам)(?!\p{L})|您/u;
const THIRD = /(?<!\p{L})(?:his|her|he|she|он|она|его|её|ее)(?!\p{L})|[他她]/iu;

/** Which sentences of an article are turns, by their places among the sentences. */
export function turnsOf(body: string, title: string, spans: readonly Mark[]): ReadonlyMap<number, Turn> {
  const texts = spans.map((span) => body.slice(...span));
  const turns = new Map<number, Turn>();
  const begun = texts.filter((text) => TURN.test(text));
  // A list has dashes as well, but asks nothing.
  const dashed = begun.length > 1 && begun.some((text) => ADDRESSED.test(text));
  const labelled = texts.some((text) => LABELLED.test(text) || ANSWERED.test(text));
  const named = peopleIn(title)[0]?.name ?? "";
  const asks = texts.some((text) => ADDRESSED.test(text));
  const heads = named !== "" && title.startsWith(named) && /^[^:：]*[:：]/u.test(title);
  if (!dashed && !labelled && !(asks && (INTERVIEW.test(title) || heads || INTERVIEW.test(texts[0] ?? ""))))
    return turns;
  const guest = guestOf(texts, title);
  if (guest === "") return turns;
  let theirs = false;
  let asked = false;
  texts.forEach((text, at) => {
    const own = dashed ? TURN.test(text) : true;
    const question = LABELLED.test(text) || (own && ADDRESSED.test(text));
    const begins = at > 0 && /\n\s*\n/.test(body.slice(spans[at - 1]?.[1] ?? 0, spans[at]?.[0] ?? 0));
    if (dashed) {
      if (!own) return;
      theirs = question ? false : theirs || asked || turns.size > 0 ? !theirs : ADDRESSED.test(text);
      turns.set(at, { speaker: theirs ? guest : "", form: "quoted" });
      asked = !theirs;
      return;
    }
    if (question) {
      turns.set(at, { speaker: "", form: "quoted" });
      theirs = true;
      return;
    }
    if (
      (begins && !ANSWERED.test(text)) ||
      peopleIn(text).some(({ name }) => shares(name, guest)) ||
      (THIRD.test(text) && !theirs)
    )
      theirs = false;
    if (theirs || ANSWERED.test(text)) turns.set(at, { speaker: guest, form: "quoted" });
  });
  return turns;
}

/** Whom the interview is with: who is named in the title, in full where the text does so. */
function guestOf(texts: readonly string[], title: string): string {
  const inTitle = peopleIn(title)[0]?.name;
  const inText = texts.slice(0, 2).flatMap((text) => peopleIn(text).map(({ name }) => name));
  return inText.find((name) => inTitle !== undefined && shares(name, inTitle)) ?? inText[0] ?? inTitle ?? "";
}

/** Whether two names share a word, whatever its case ending. */
function shares(one: string, two: string): boolean {
  const heads = (name: string) =>
    name.split(/[\s·]+/u).map((word) => word.slice(0, Math.max(2, word.length - 2)).toLowerCase());
  const own = heads(one);
  return heads(two).some((head) => own.some((other) => other.startsWith(head) || head.startsWith(other)));
}
