/** Who does it to whom: what Kazakhstan offers Uzbekistan is not what Uzbekistan offers. */
import { type PersonName, peopleIn } from "../../language/quotations/people.ts";
import type { AnalyzedQuestion, AnalyzedSentence, Check, Verdict } from "./constraint.ts";

type Role = "agent" | "other";

/** A country or person of the question, with what it does there and in the sentence; absent where it is not named. */
interface Party {
  readonly asked: Role;
  readonly told?: Role;
}

const AGENT_BEFORE = /(?:由|被|据|\bby\s+(?:the\s+)?)$/iu;
const OTHER_BEFORE =
  /(?:[向对给为从与同跟往赴驻至和及让请]|\b(?:to|from|for|with|against|in|at|on|into|between|than|and|of|thanked|asked|told|urged|let)\s+(?:the\s+)?|(?<!\p{L})(?:к|ко|с|со|от|из|для|в|во|на|у|между|против|и|о|об)\s+)$/iu;
/** Two that do it together have one role. */
const TOGETHER =
  /\p{Lu}\p{L}{1,40}(?:,| and| и) \p{Lu}\p{L}{1,40}(?= (?:citizens|and|officials|leaders|presidents|sign|agree|discuss|trade))|\bbetween\b|(?<!\p{L})между(?!\p{L})|之间|[两三]国|双方/u;
/** Endings of the nominative of names: -ия, -ь, a consonant. */
const NOMINATIVE = /(?:ия|ва|на|ая|[бвгджзклмнпрстфхцчшщй]|ы)$/iu;

/** One who acts in the question and is acted on in the sentence, or is not in it, while the other acts there. */
export const roles: Check = (asked) => {
  const ids = new Set(asked.entities.flatMap(({ kind, id }) => (kind === "country" ? [id] : [])));
  const people = peopleIn(asked.text).filter(
    ({ start, end }) =>
      !asked.entities.some((one) => one.kind !== "person" && one.start < end && one.end > start),
  );
  if (ids.size + people.length < 2 || TOGETHER.test(asked.text)) return undefined;
  return (told) => compare([...countriesOf(ids, asked, told), ...peopleOf(people, asked, told)]);
};

function compare(parties: readonly Party[]): Verdict | undefined {
  const actors = parties.filter((one) => one.asked === "agent");
  const others = parties.filter((one) => one.asked === "other");
  if (actors.length !== 1 || others.length === 0) return undefined;
  const swapped = others.some((one) => one.told === "agent");
  const [actor] = actors;
  if (actor?.told === "agent") return swapped ? "open" : "met";
  return swapped ? "contradicted" : "open";
}

function countriesOf(
  ids: ReadonlySet<string>,
  asked: AnalyzedQuestion,
  told: AnalyzedSentence,
): readonly Party[] {
  const roleIn = (reading: AnalyzedQuestion | AnalyzedSentence, id: string): Role | undefined => {
    const roles = reading.entities
      .filter((one) => one.kind === "country" && one.id === id)
      .map(({ start, end }) =>
        roleOf(
          reading.text,
          start,
          end,
          reading.entities.filter(({ kind }) => kind === "country"),
        ),
      );
    return roles.find((role) => role === "agent") ?? roles[0];
  };
  return [...ids].map((id) => party(roleIn(asked, id) ?? "other", roleIn(told, id)));
}

/** People are found in the sentence by what their surname met there. */
function peopleOf(
  people: readonly PersonName[],
  asked: AnalyzedQuestion,
  { text, passage }: AnalyzedSentence,
): readonly Party[] {
  return people.flatMap(({ name, start, end }): Party[] => {
    const at = asked.question.words.indexOf(name);
    if (at < 0) return [];
    const terms = new Set(
      asked.terms.flatMap((term, i) => (term.start >= at && term.end <= at + name.length ? [i] : [])),
    );
    const marks = passage.met.filter(({ term }) => terms.has(term)).map(({ mark }) => mark);
    const mark = marks.at(-1);
    return [party(roleOf(asked.text, start, end, people), mark && roleOf(text, ...mark, peopleIn(text)))];
  });
}

function party(asked: Role, told: Role | undefined): Party {
  return told === undefined ? { asked } : { asked, told };
}

/** @param all of the same sort in the text: of several without a preposition the first acts */
function roleOf(
  text: string,
  start: number,
  end: number,
  all: readonly { readonly start: number; readonly end: number }[],
): Role {
  const before = text.slice(Math.max(0, start - 14), start);
  const written = text.slice(start, end);
  if (AGENT_BEFORE.test(before)) return "agent";
  if (OTHER_BEFORE.test(before)) return "other";
  if (/\p{Script=Cyrillic}/u.test(written)) return NOMINATIVE.test(written) ? "agent" : "other";
  const earlier = all.some((one) => one.end < start && !/[，。；;]|,\s/u.test(text.slice(one.end, start)));
  return earlier ? "other" : "agent";
}
