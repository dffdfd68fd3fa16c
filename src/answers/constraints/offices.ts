/** Offices: a deputy's, a predecessor's or another state's words are not the office holder's. */
import type { Entity } from "../../language/entities/entities.ts";
import { peopleIn } from "../../language/quotations/people.ts";
import {
  type AnalyzedQuestion,
  type AnalyzedSentence,
  type AnalyzedText,
  type Check,
  type Verdict,
  worst,
} from "./constraint.ts";

/** Offices that any leading person has: too wide to be held against. */
const WIDE = new Set([
  "office:leader",
  "office:director",
  "office:expert",
  "office:representative",
  "office:adviser",
  "office:chairman",
]);
/** "Who is …", "who leads …": the office itself is asked for. */
const WHO_IS =
  /\bwho(?: is|['’]s| are| heads?| leads?| was)\b|是谁|谁是|由谁担任|(?<!\p{L})кто(?: такой| такая| является| занимает| возглавляет)?(?!\p{L})/iu;

export const offices: Check = (asked) => {
  const wanted = officesOf(asked);
  const wide = asked.entities.filter(({ kind, id }) => kind === "office" && WIDE.has(id));
  if (wanted.length + wide.length === 0) return undefined;
  const holder = wantsHolder(asked);
  return (told) => {
    if (wide.some((office) => compare(office, told) === "contradicted")) return "contradicted";
    return worst(wanted.map((office) => held(office, wanted, told, holder)));
  };
};

/** @param wanted all offices of the question @param holder whether the question is who holds it */
function held(office: Entity, wanted: readonly Entity[], told: AnalyzedSentence, holder: boolean): Verdict {
  const here = compare(office, told);
  if (here === "met") return holder && !isNamed(told, office) ? "contradicted" : "met";
  if (here === "contradicted") return "contradicted";
  if ([told.beside, told.title].some((reading) => compare(office, reading) === "met"))
    return holder ? "open" : "met";
  const others = [told, told.beside, told.title]
    .flatMap(officesOf)
    .filter(({ id }) => wanted.every((one) => one.id !== id));
  return holder || others.length > 0 ? "contradicted" : "open";
}

/** Whether a question asks who holds an office. */
function wantsHolder(asked: AnalyzedQuestion): boolean {
  return asked.question.wants === "person" && WHO_IS.test(asked.text) && officesOf(asked).length > 0;
}

function officesOf({ entities }: AnalyzedText): readonly Entity[] {
  return entities.filter(({ kind, id }) => kind === "office" && !WIDE.has(id));
}

/** Met by the same office with the same modifiers; contradicted by it with others, or as another state's. */
function compare(wanted: Entity, reading: AnalyzedText): Verdict {
  const same = reading.entities.filter(({ kind, id }) => kind === "office" && id === wanted.id);
  if (same.length === 0) return "open";
  return same.some((one) => sameModifiers(one, wanted) && sameOwner(one, wanted)) ? "met" : "contradicted";
}

function sameModifiers(one: Entity, two: Entity): boolean {
  const key = ({ modifiers }: Entity) => [...new Set(modifiers)].sort().join(" ");
  return key(one) === key(two);
}

/** Whose office it is, where both say so. */
function sameOwner({ of: own }: Entity, { of: other }: Entity): boolean {
  return own.length === 0 || other.length === 0 || own.some((id) => other.includes(id));
}

/** Whether a name stands beside an office, with no other office between them. */
function isNamed({ text, entities }: AnalyzedText, wanted: Entity): boolean {
  const held = entities.filter(({ kind }) => kind === "office");
  const people = [...peopleIn(text), ...entities.filter(({ kind }) => kind === "person")];
  return people.some((one) => {
    const gap = (office: Entity) => Math.max(office.start - one.end, one.start - office.end);
    const nearest = [...held].sort((a, b) => gap(a) - gap(b))[0];
    return nearest?.id === wanted.id && gap(nearest) < 40;
  });
}
