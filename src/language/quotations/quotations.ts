/** Who said what in an article: its statements, each verbatim with its speaker; what nobody said has none. */
import { once } from "../../once.ts";
import { sentences } from "../sentences.ts";
import type { Mark } from "../text.ts";
import { turnsOf } from "./interview.ts";
import { type PersonName, peopleIn } from "./people.ts";
import { quotationsIn, type Saying, sayingsIn, withoutQuotations } from "./verbs.ts";

export interface Statement {
  /** Where it stands in the body, its speaker included where the text names him in one breath. */
  readonly mark: Mark;
  /** The name that the article gives the speaker; "" when it is nobody by name (a ministry, a communiqué). */
  readonly speaker: string;
  /** Between quotation marks or as a turn of an interview, or told with a verb of saying. */
  readonly form: "quoted" | "reported";
}

/** Of a longer sentence the beginning is read; and a quotation that is longer was not closed. */
export const LONGEST_SENTENCE = 2_000;

/** A columnist says of others what he makes of it: only what he quotes is theirs. */
const COLUMN =
  /^(?:Column|Opinion|Op-Ed|Comment(?:ary)?|Колонка|Мнение|Комментарий|专栏|评论|时评|观点)\s*[:：|—-]|(?<!\p{L})(?:our columnist|обозреватель|автор колонки|автор\s*—|本报评论员|特约评论员)|^by \p{L}+ \p{L}+\s*[.,\n]/imu;
const FIRST_PERSON = /\b(?:I|my|me)\b|(?<!\p{L})(?:я|мне|меня|мой|моя|мою)(?!\p{L})|笔者|我(?!们|国|方)/iu;
const PRONOUNS: readonly (readonly [gender: "m" | "f", RegExp])[] = [
  ["m", /\b(?:he|him|his)\b|(?<!\p{L})(?:он|его|ему|нему|него)(?!\p{L})|他(?!们|国|人)/iu],
  ["f", /\b(?:she|her|hers)\b|(?<!\p{L})(?:она|её|ее|ей|нее|ней)(?!\p{L})|她(?!们)/iu],
];

/**
 * The statements of an article, in the order of its text. Linear in the text.
 * @param named the people of title and body; asked for only where a name of one word must be judged by the others
 */
export function statementsIn(
  body: string,
  title = "",
  named = () => peopleIn(`${title}\n${body}`),
): readonly Statement[] {
  const spans = sentences(body);
  const column = COLUMN.test(title) || COLUMN.test(body.slice(0, 120));
  const turns = turnsOf(body, title, spans);
  const isName = namesOf(`${title}\n${body}`, named);
  const found: Statement[] = [];
  const known = createKnown();
  let author = "";
  let open: Statement | undefined;
  spans.forEach((span, at) => {
    const text = body.slice(span[0], Math.min(span[1], span[0] + LONGEST_SENTENCE));
    const quoted = quotationsIn(text);
    const sayings = sayingsIn(text);
    const people = once(() =>
      peopleIn(text).filter(
        ({ name, start, end }) =>
          (isName(name) || (start === 0 && sayings.some((one) => one.start === end + 1))) &&
          !quoted.some(([from, to]) => start >= from && start < to),
      ),
    );
    if (column && author === "")
      author = (people().find(({ name }) => /[\s·]/.test(name)) ?? people()[0])?.name ?? "";
    const turn = turns.get(at);
    const said = turn ?? (column ? inColumn(text, people, author, known) : told(text, people, known));
    const goesOn = open && inside(body, open.mark, span);
    const previous = found.at(-1);
    const follows =
      !said &&
      previous &&
      previous.form === "quoted" &&
      isQuotation(text) &&
      at > 0 &&
      previous.mark[1] === spans[at - 1]?.[1];
    if (open && goesOn && !said) found.push({ ...open, mark: [open.mark[0], span[1]] });
    else if (follows)
      found.push({ mark: [previous.mark[0], span[1]], speaker: previous.speaker, form: "quoted" });
    else if (said) {
      const statement: Statement = { mark: span, ...said };
      found.push(statement);
      open = statement;
    } else open = undefined;
    known.note(text, people, said?.speaker);
  });
  return found;
}

/** Whether a name is one: of two words, or a word that is part of such a one or stands within a sentence. */
function namesOf(text: string, all: () => readonly PersonName[]): (name: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  const read = () =>
    new Set(
      all().flatMap(({ name, start }) =>
        /[\s·]/u.test(name) || /[\p{Ll},]\s$/u.test(text.slice(Math.max(0, start - 2), start))
          ? name.split(/[\s·]+/u).map(headOf)
          : [],
      ),
    );
  return (name) => {
    if (/\p{Script=Han}/u.test(name) || /\s/.test(name)) return true;
    words ??= read();
    return words.has(headOf(name));
  };
}

/** The beginning of a name, which its cases share. */
function headOf(word: string): string {
  return word.toLowerCase().slice(0, Math.max(3, word.length - 2));
}

type Said = Pick<Statement, "speaker" | "form">;
/** The people of a sentence: looked for when they are asked for, as in most sentences nobody speaks. */
type People = () => readonly PersonName[];

/** Before a name it makes a place of it. */
const PLACED =
  /(?<!\p{L})(?:in|at|near|from|to|into|across|of|в|во|на|под|из|у|около|близ|до)\s+(?:the\s+)?$/iu;

/** Before a verb it says that the subject is the one of the verb before. */
const JOINED = /(?<!\p{L})(?:and|but|then|и|но)\s+$|[并也还又]$/iu;

/** Whom the pronouns of the next sentence mean. */
function createKnown() {
  const last = { m: "", f: "" };
  /** Sentences since a pronoun was met. */
  const noted: (readonly [text: string, People, speaker: string | undefined])[] = [];
  const take = ([text, people, speaker]: (typeof noted)[number]) => {
    const name = speaker || people().find(({ start }) => !PLACED.test(text.slice(0, start)))?.name;
    if (!name) return;
    const plain = withoutQuotations(text);
    for (const [gender, word] of PRONOUNS) {
      const other =
        word.test(plain) &&
        last[gender] !== "" &&
        last[gender] !== name &&
        people().some((one) => one.name === name);
      if (!other) last[gender] = name;
    }
  };
  return {
    of: (text: string): string => {
      const gender = PRONOUNS.find(([, word]) => word.test(text))?.[0];
      if (gender === undefined) return "";
      noted.splice(0).forEach(take);
      return last[gender];
    },
    note: (...sentence: (typeof noted)[number]) => void noted.push(sentence),
  };
}

type Known = ReturnType<typeof createKnown>;

/** Who speaks in a sentence of news, and in which form; undefined where nobody does. */
function told(text: string, people: People, known: Known): Said | undefined {
  const form = quotationsIn(text).length > 0 ? "quoted" : "reported";
  for (const saying of sayingsIn(text)) {
    if (saying.denied) continue;
    const speaker = speakerOf(text, saying, people(), known);
    if (speaker !== undefined) return { speaker, form };
  }
  return undefined;
}

function inColumn(text: string, people: People, author: string, known: Known): Said | undefined {
  const said = quotationsIn(text).length > 0 ? told(text, people, known) : undefined;
  if (said) return said;
  return author !== "" && FIRST_PERSON.test(withoutQuotations(text))
    ? { speaker: author, form: "reported" }
    : undefined;
}

/** The name beside a verb of saying: its subject, before it or, after a quotation, behind it. */
function speakerOf(
  text: string,
  { start, end }: Saying,
  people: readonly PersonName[],
  known: Known,
): string | undefined {
  const plain = withoutQuotations(text);
  const han = /\p{Script=Han}/u.test(text);
  const before = subjectBefore(plain, start, han);
  const inBefore = people.filter(
    (one) => one.start >= before && one.end <= start && !PLACED.test(plain.slice(0, one.start)),
  );
  const marked = !han && /[,\u0001]\s*(?:[—–-]\s*)?$/u.test(plain.slice(0, start));
  const appositive = marked ? inBefore.find((one) => plain.charAt(one.end) === ",") : undefined;
  // "A thanked B and said": the verb goes on with the first subject.
  const goesOn = JOINED.test(plain.slice(0, start)) ? inBefore[0] : undefined;
  const subject =
    appositive ?? (marked ? behind(plain, end, people) : undefined) ?? goesOn ?? inBefore.at(-1);
  if (subject) return subject.name;
  if (!han) {
    const after = behind(plain, end, people);
    if (after) return after.name;
    const near = plain.slice(end, end + 14);
    if (/^\s+(?:he|she|он|она)(?!\p{L})/iu.test(near)) return known.of(near) || undefined;
  }
  const words = plain.slice(before, end);
  const pronoun = PRONOUNS.some(([, word]) => word.test(words));
  const own = pronoun ? people.filter((one) => one.end <= before).at(-1) : undefined;
  return own?.name || known.of(words) || (han || words.trim().length > 4 ? "" : undefined);
}

/** The name right behind a verb, as after a quotation. */
function behind(plain: string, verb: number, people: readonly PersonName[]): PersonName | undefined {
  return people.find(({ start }) => start >= verb && isBehind(plain, verb, start));
}

/** Where the subject of a verb begins: after the last mark before it; an appositive between commas belongs to it. */
function subjectBefore(plain: string, verb: number, han: boolean): number {
  const marks = han ? /[，。；：！？\u0001]/gu : /[;:!?\u0001]|(?<=[^\s\p{Lu}])\.\s|\s[—–]\s/gu;
  let from = 0;
  for (const mark of plain.slice(0, verb).matchAll(marks)) from = mark.index + mark[0].length;
  return from;
}

/** Whether a name right behind a verb is its subject: only titles may stand between. */
function isBehind(plain: string, verb: number, name: number): boolean {
  const between = plain.slice(verb, name);
  return (
    !/[,;:.!?\u0001]|(?<!\p{L})(?:that|what|who|him|her|them|whether|reporters|journalists|parliament|lawmakers|что|журналистам|о|об|как|с|к)(?!\p{L})/u.test(
      between,
    ) && between.length < 80
  );
}

/** Whether a sentence lies in a quotation that an earlier one has opened. */
function inside(body: string, [start]: Mark, [from]: Mark): boolean {
  if (from - start > LONGEST_SENTENCE) return false;
  const before = body.slice(start, from);
  const balance = (opening: string, closing: string) => countOf(before, opening) > countOf(before, closing);
  return (
    balance("“", "”") ||
    balance("«", "»") ||
    balance("「", "」") ||
    // Straight marks do not say which of them opens: beyond a paragraph nothing can be told by their number.
    (countOf(before, '"') % 2 === 1 && !/\n\s*\n/.test(before))
  );
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

function isQuotation(text: string): boolean {
  return /^[“"«「].*[”"»」][.。]?$/su.test(text.trim());
}
