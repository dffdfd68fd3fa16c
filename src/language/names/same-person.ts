/** Whether two names mean one person: a given name or an ending of the other sex tells two of one family apart. */
import { entitiesOf } from "../open.ts";
import { foldWord } from "../words.ts";
import { soundDistance } from "./distance.ts";
import { readsAs } from "./pinyin.ts";

/** `open`: one of them is a family name alone, which others may have. */
export type Sameness = "same" | "open" | "other";

/** Words of two scripts, and of one, whose sounds are further apart are different. */
const ALIKE = 0.2;
const ALIKE_IN_SCRIPT = 0.1;
/** Chinese writes a name of its own in up to three characters; a foreign family name takes more. */
const CHINESE = /^\p{Script=Han}{2,3}$/u;
const MALE = /(?:[oe]v|[iy]n|sk[iy]+|[оеё]в|[иы]н|ский|夫)$/u;
const FEMALE = /(?:[oe]va|[iy]na|skaya|[оеё]в(?:а|ой)|[иы]н(?:а|ой)|ск(?:ая|ой)|娃)$/u;

export function samePerson(one: string, other: string): Sameness {
  const [{ ids, parts: own }, { ids: others, parts: theirs }] = [known(one), known(other)];
  if (ids.length > 0 && others.length > 0 && one !== other)
    return ids.some((id) => others.includes(id)) ? "same" : "other";
  if (own.length === 1 && theirs.length === 1) return single(own[0] ?? "", theirs[0] ?? "");
  if (own.length === 1) return against(own[0] ?? "", theirs);
  if (theirs.length === 1) return against(theirs[0] ?? "", own);
  const given = isGiven(own[0] ?? "", theirs[0] ?? "");
  return given && isAlikeWord(own.at(-1) ?? "", theirs.at(-1) ?? "") ? "same" : "other";
}

/** Whether a name has more than a family name. */
export function isFullName(name: string): boolean {
  return known(name).parts.length > 1 || CHINESE.test(name);
}

/** The sex that the ending of a family name tells, as it is written in the nominative. */
export function sexOf(name: string): "m" | "f" | undefined {
  const last = known(name).parts.at(-1) ?? "";
  return FEMALE.test(last) ? "f" : MALE.test(last) ? "m" : undefined;
}

function single(one: string, other: string): Sameness {
  if (!isAlikeWord(one, other)) return "other";
  return CHINESE.test(one) && one === other ? "same" : "open";
}

/** A name of one word against one of several: their family name, a Chinese one's first word, or a Chinese name as a whole. */
function against(one: string, parts: readonly string[]): Sameness {
  if (CHINESE.test(one)) return readsAs(one, parts.join("")) ? "same" : "other";
  return isAlikeWord(one, parts.at(-1) ?? "") || isAlikeWord(one, parts[0] ?? "") ? "open" : "other";
}

/** Given names, one of which may be a letter. */
function isGiven(one: string, other: string): boolean {
  const letter = [one, other].find((word) => word.length === 1);
  return letter ? one.charAt(0) === other.charAt(0) : isAlikeWord(one, other);
}

function isAlikeWord(one: string, other: string): boolean {
  if (one === other) return true;
  const [script, theirs] = [scriptOf(one), scriptOf(other)];
  if (script !== theirs) return soundDistance(one, other) <= ALIKE;
  if (script === "Han") return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isCase = script === "Cyrillic" && short.length > 3 && long.startsWith(stemOf(short));
  if (isCase && long.length - short.length < 4) return true;
  return short.length > 4 && soundDistance(one, other) <= ALIKE_IN_SCRIPT;
}

/** A Russian name without its ending. */
function stemOf(word: string): string {
  return word.replace(/(?:[аяуюыиеойь]|ой|ом|ым|ем|ей)$/u, "");
}

/** What is known of a name; the same few come again and again. */
interface Known {
  readonly parts: readonly string[];
  /** Of people whom the glossary knows. */
  readonly ids: readonly string[];
}
const KEPT = 5_000;
const kept = new Map<string, Known>();

function known(name: string): Known {
  const before = kept.get(name);
  if (before) return before;
  if (kept.size >= KEPT) kept.clear();
  const made = {
    parts: name
      .split(/[\s·・•.]+/u)
      .filter(Boolean)
      .map(foldWord),
    ids: entitiesOf(name).flatMap(({ kind, id, start, end }) =>
      // Of somebody else's name the family name alone is known.
      kind === "person" && end - start === name.length ? [id] : [],
    ),
  };
  kept.set(name, made);
  return made;
}

function scriptOf(word: string): "Han" | "Cyrillic" | "Latin" {
  return /^\p{Script=Han}/u.test(word) ? "Han" : /^\p{Script=Cyrillic}/u.test(word) ? "Cyrillic" : "Latin";
}
