/** Countries, bodies and places: those of the question must stand in the sentence, beside it or in the title. */
import type { Entity } from "../../language/entities/entities.ts";
import {
  type AnalyzedQuestion,
  type AnalyzedSentence,
  type AnalyzedText,
  type Check,
  type ConstraintTest,
  type Verdict,
  worst,
} from "./constraint.ts";

/** Bodies that nearly every article of this field names: their absence tells nothing. */
const EVERYWHERE = new Set(["body:Shanghai Cooperation Organization", "body:SCO Secretariat"]);

/** Before a city that acts: it is its state then ("did Minsk refuse"). In Russian it stands in the nominative. */
const ACTS = /(?:^|[，。：、]|\b(?:did|does|do|has|will|would|is|was|by|between)\s+)$/iu;
const WHERE = /(?:[在到赴至]|(?<!\p{L})(?:в|во|на|под)\s+)$/iu;
const BELONGS = /^(?:的|市|机场|地[铁震]|峰会|会[议谈晤])/u;

/** Countries are asked for. */
const WHICH =
  /\b(?:which|what) (?:\p{L}+ )?(?:countr|state|nation)|哪[些几个]?(?:个)?(?:\p{Script=Han}{1,3})?国|(?<!\p{L})как(?:ая|ие|ой|их|им|ую) (?:\p{L}+ )?(?:стран|государств)/iu;

/** What an article's readers know without being told. */
const OWN: Readonly<Record<string, string>> = { zh: "country:CN", ru: "country:RU" };

/** The question's countries. A city that speaks for its state counts as the state. */
export const countries: Check = (asked) =>
  hold(asked, (entity) => (isPlace(asked, entity) ? undefined : countryOf(entity)), countryOf, {
    free: asked.question.wants === "person" || WHICH.test(asked.text),
    of: (told) => told.lands(),
  });

export const bodies: Check = (asked) => hold(asked, bodyOf, bodyOf);

export const places: Check = (asked) =>
  hold(asked, (entity) => (isPlace(asked, entity) ? entity.id : undefined), placeOf);

function isPlace({ text }: AnalyzedText, { kind, seat, start, end }: Entity): boolean {
  if (kind !== "place" || seat === undefined) return kind === "place";
  const before = text.slice(Math.max(0, start - 12), start);
  const name = text.slice(start, end);
  if (WHERE.test(before)) return true;
  if (/\p{Script=Cyrillic}/u.test(name)) return !/[бвгджзклмнпрстфхцчшщйь]$/iu.test(name);
  return !ACTS.test(before) || BELONGS.test(text.slice(end));
}

/** Events, documents and programmes by their names. */
export const events: Check = (asked) => hold(asked, eventOf, eventOf);

function eventOf({ kind, id }: Entity): string | undefined {
  return kind === "event" || kind === "document" ? id : undefined;
}

function countryOf(entity: Entity): string | undefined {
  return entity.kind === "country" ? entity.id : entity.seat;
}

function placeOf(entity: Entity): string | undefined {
  return entity.kind === "place" ? entity.id : undefined;
}

function bodyOf({ kind, id }: Entity): string | undefined {
  return kind === "body" && !EVERYWHERE.has(id) ? id : undefined;
}

/**
 * @param free whether others may be what answers, and contradict nothing
 * @param of what the people of a sentence belong to that names none itself
 */
function hold(
  asked: AnalyzedQuestion,
  wanted: (entity: Entity) => string | undefined,
  had: (entity: Entity) => string | undefined,
  {
    free = false,
    of,
  }: { readonly free?: boolean; readonly of?: (told: AnalyzedSentence) => ReadonlySet<string> } = {},
): ConstraintTest | undefined {
  const idsIn = ({ entities }: AnalyzedText, id: (entity: Entity) => string | undefined) =>
    new Set(entities.flatMap((entity) => id(entity) ?? []));
  const fixed = idsIn(asked, wanted);
  if (fixed.size === 0) return undefined;
  return (told) => {
    const own = idsIn(told, had);
    const here = own.size === 0 && of ? of(told) : own;
    const title = idsIn(told.title, had);
    const near = new Set([...idsIn(told.beside, had), ...title]);
    const others = !free && [...here].some((id) => !fixed.has(id));
    return worst(
      [...fixed].map((id): Verdict => {
        if (here.has(id)) return "met";
        if (near.has(id)) {
          if (others) return fixed.size > 1 || !title.has(id) ? "contradicted" : "open";
          return fixed.size > 1 && here.size === 0 ? "open" : "met";
        }
        if (others) return "contradicted";
        return told.named().has(id) || OWN[told.language] === id ? "open" : "contradicted";
      }),
    );
  };
}
