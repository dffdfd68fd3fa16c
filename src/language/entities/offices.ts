/** Offices (president, secretary-general) with what makes another office of them: deputy, former, acting, -elect. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../root.ts";
import { casesOf } from "../russian/cases.ts";
import { createNameIndex, isJoined, type Match, type NameIndex, type NameText } from "./name-index.ts";

const OFFICES_PATH = join(root, "corpus", "offices.tsv");

export const MODIFIERS = ["deputy", "first", "former", "elect", "acting", "honorary"] as const;
/** `served` is an office of which only an aide is named: the adviser to the minister is not the minister. */
export type Modifier = (typeof MODIFIERS)[number] | "served";

export interface Office {
  readonly id: string;
  readonly modifiers: readonly Modifier[];
}

export interface Offices {
  readonly offices: NameIndex<Office>;
  /** Modifiers in alphabetic scripts, by their words. */
  readonly words: NameIndex<Modifier>;
  /** Chinese modifiers, the longest first. */
  readonly han: readonly (readonly [written: string, modifier: Modifier])[];
}

/** Characters before 前, 原 and 代 that make other words of them (目前, 中原, 现代). */
const OTHER_WORD =
  /(?:[目此日会之以当提年天月周行面空跟眼生赛战]前|[中平草高还]原|[现时年当近古朝后]代|[如依其统]一)$/;
/** Russian parts of a word that stand before an office without a hyphen (замминистра). */
const PREFIXES: readonly (readonly [string, Modifier])[] = [
  ["зам", "deputy"],
  ["вице", "deputy"],
  ["экс", "former"],
];

/**
 * One office or modifier a line, four columns parted by tabs.
 * @throws Error naming the line that is none
 */
export function parseOffices(text: string): Offices {
  const offices = createNameIndex<Office>();
  const words = createNameIndex<Modifier>();
  const han: (readonly [string, Modifier])[] = [];
  const slotted: (() => void)[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [id = "", zh, en, ru, ...rest] = line.split("\t");
    const modifier = MODIFIERS.find((one) => id === `+${one}`);
    if (
      zh === undefined ||
      en === undefined ||
      ru === undefined ||
      rest.length > 0 ||
      (id.startsWith("+") && !modifier)
    )
      throw new Error(
        `line ${index + 1} needs an office or a modifier, zh, en and ru, parted by tabs: ${line}`,
      );
    const russian = cell(ru).map(casesOf);
    if (modifier) {
      han.push(...cell(zh).map((form) => [form, modifier] as const));
      for (const form of [...cell(en), ...russian]) words.add(form, modifier);
      continue;
    }
    for (const form of [
      ...cell(en).flatMap((name) => [name, `${name}s`, name.replace(/^\p{L}+(?= (?:of|for)\b)/u, "$&s")]),
      ...russian,
    ])
      offices.add(form, { id, modifiers: [] });
    for (const form of cell(zh)) {
      offices.add(form.replace("~", ""), { id, modifiers: [] });
      if (form.includes("~"))
        slotted.push(() => {
          for (const [own, modifier] of han)
            offices.add(form.replace("~", own), { id, modifiers: [modifier] });
          offices.add(form.replace("~", "第一副"), { id, modifiers: ["first", "deputy"] });
        });
    }
  }
  for (const add of slotted) add();
  return { offices, words, han: han.sort((a, b) => b[0].length - a[0].length) };
}

/** Opens the file of offices; without it there are none. */
export function openOffices(absent: (reason: string) => void): Offices {
  try {
    return parseOffices(readFileSync(OFFICES_PATH, "utf8"));
  } catch (error) {
    absent(error instanceof Error ? error.message : String(error));
    return parseOffices("");
  }
}

function cell(names: string): readonly string[] {
  return names
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);
}

/** An office in a text, with what stands before and behind it, and whose it is. */
export interface OfficeMention {
  readonly id: string;
  readonly modifiers: readonly Modifier[];
  readonly start: number;
  readonly end: number;
  /** Names that it belongs to (of the president of Belarus: Belarus), nearest first. */
  readonly of: readonly string[];
}

/** A name in the text that an office may belong to. */
export interface Owner {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const MAX_STEPS = 8;
/** Bodies that have offices of their own, whatever their names: what is theirs is nobody else's. */
const ANOTHER = "another";
const GROUPS = {
  behind:
    /^(?:['’]s)?,?\s(?:of|for) (?:the |its |their )?(?:\p{L}+ ){0,3}?(?:committee|federation|union|association|forum|party|assembly|fund|club|council|league|board|company|chamber|agency|institute|university|festival)\b|^\s(?:орг)?(?:комитет|федерац|союз|ассоциац|форум|парти|ассамбле|фонд|клуб|лиг|палат|компани|агентств|институт|университет|фестивал)\p{L}*/iu,
  before:
    /(?:委员会|组委会|筹委会|联合会|协会|论坛|党|基金会|俱乐部|学会|商会|公司|研究院|研究所|大学|联盟)$/u,
};
/** How far, in UTF-16 units, an office is looked for from the one that serves it: names may stand between. */
const AIDE_REACH = 120;
/** Offices that serve another. */
const AIDES = new Set(["adviser", "spokesperson", "expert"]);

/** The offices of a text. @param owners countries, bodies and places in it, by start */
export function officesIn(
  text: NameText,
  { offices, words, han }: Offices,
  owners: readonly Owner[],
): OfficeMention[] {
  const modifiers = words.find(text);
  const byEnd = new Map(owners.map((owner) => [owner.end, owner]));
  const byStart = new Map(owners.map((owner) => [owner.start, owner]));
  const modifierByEnd = new Map(modifiers.map((match) => [match.end, match]));
  const found = offices.find(text).map((match) => around(match));
  const all = [...found, ...prefixed()].sort((a, b) => a.start - b.start);
  const aides = all.filter(({ id }) => AIDES.has(id));
  let near = 0;
  return all.map((office) => {
    if (AIDES.has(office.id)) return office;
    while (near < aides.length && (aides[near]?.end ?? 0) < office.start - AIDE_REACH) near++;
    return isServed(office, near)
      ? { ...office, modifiers: [...office.modifiers, "served" as const] }
      : office;
  });

  /** @param from the first of the aides that is near enough */
  function isServed(office: OfficeMention, from: number): boolean {
    for (let i = from; i < aides.length; i++) {
      const aide = aides[i];
      if (!aide || aide.start > office.end + AIDE_REACH) return false;
      if (serves(aide, office)) return true;
    }
    return false;
  }

  /** Behind "adviser to the …" and «советник …»; in Chinese before 特别助理. */
  function serves(aide: OfficeMention, office: OfficeMention): boolean {
    const [first, second] = aide.end <= office.start ? [aide, office] : [office, aide];
    const gap = text.text.slice(first.end, second.start);
    if (first === office) return /^(?:(?:办公室)?(?:特别|首席|新闻|高级)?|的|['’]s (?:\p{L}+ )?)$/u.test(gap);
    return (
      /^\s(?:to|of|for) (?:the )?(?:\p{Lu}[\p{L}-]*(?:['’]s)? ){0,4}(?:\p{L}+ )?$/u.test(gap) ||
      /^\s(?:\p{L}+(?:ого|его|ой|ей) )?$/u.test(gap)
    );
  }

  function around({ value, start, end }: Match<Office>): OfficeMention {
    return /^\p{Script=Han}/u.test(text.text.slice(start, end))
      ? aroundHan(value, start, end)
      : aroundWords(value, start, end);
  }

  function aroundHan({ id, modifiers }: Office, start: number, end: number): OfficeMention {
    const all: Modifier[] = [...modifiers];
    const of: string[] = [];
    let at = start;
    for (let step = 0; step < MAX_STEPS; step++) {
      const before = text.text.slice(Math.max(0, at - 4), at);
      const owner = byEnd.get(at);
      const own = han.find(([form]) => before.endsWith(form) && !OTHER_WORD.test(before));
      // An ambassador to a country (驻俄罗斯大使) is not the country's.
      if (owner && text.text.charAt(owner.start - 1) === "驻") at = owner.start - 1;
      else if (owner) {
        of.push(owner.id);
        at = owner.start;
      } else if (own) {
        all.push(own[1]);
        at -= own[0].length;
      } else if (/[的·\s]$/.test(before) && byEnd.has(at - 1)) at -= 1;
      else break;
    }
    if (of.length === 0 && GROUPS.before.test(text.text.slice(Math.max(0, at - 4), at))) of.push(ANOTHER);
    return { id, modifiers: all, start, end, of };
  }

  function aroundWords({ id, modifiers }: Office, start: number, end: number): OfficeMention {
    const all: Modifier[] = [...modifiers];
    const of: string[] = [];
    let at = start;
    for (let step = 0; step < MAX_STEPS; step++) {
      const gap = /(?:['’]s)?[\s\u00a0.\-‐‑–—]{1,3}$/u.exec(text.text.slice(Math.max(0, at - 5), at))?.[0];
      if (gap === undefined) break;
      const before = at - gap.length;
      const own = modifierByEnd.get(before) ?? modifierByEnd.get(before + gap.search(/[\s.-]/));
      const owner = byEnd.get(before) ?? byEnd.get(before + gap.search(/[\s.-]/));
      if (own) all.push(own.value);
      else if (owner) of.push(owner.id);
      else break;
      at = (own ?? owner)?.start ?? at;
    }
    const suffix = /^[\s-](elect|designate)\b/i.exec(text.text.slice(end, end + 12))?.[0] ?? "";
    if (suffix !== "") all.push("elect");
    const behind = end + suffix.length;
    const after = text.text.slice(behind, behind + 40);
    const link = /^(?:['’]s)?,?\s+(?:of|for)?\s*(?:the\s+)?|^\s+/.exec(after)?.[0] ?? "";
    const follower =
      byStart.get(behind + link.length) ?? byStart.get(behind + (/^\s+[«"“]/.exec(after)?.[0].length ?? 0));
    if (follower && (/\bof\b|\bfor\b/.test(link) || /\p{Script=Cyrillic}/u.test(text.text.slice(start, end))))
      of.push(follower.id);
    else if (of.length === 0 && GROUPS.behind.test(after)) of.push(ANOTHER);
    return { id, modifiers: all, start, end, of };
  }

  /** Offices with their modifier grown to them: замминистра, вицепремьер. */
  function prefixed(): OfficeMention[] {
    return text.words.flatMap((word, at) => {
      const prefix = PREFIXES.find(
        ([letters]) => word.folded.startsWith(letters) && word.folded.length > letters.length + 3,
      );
      if (!prefix) return [];
      const length = prefix[0].length;
      const next = text.words.slice(at + 1, at + 5).filter((one, k, all) => {
        const before = k === 0 ? word : all[k - 1];
        return before && isJoined(text.text, before, one);
      });
      const cut = [{ ...word, folded: word.folded.slice(length), start: word.start + length }, ...next];
      const [match] = offices.find({ text: text.text, words: cut, runs: [] });
      if (match?.start !== word.start + length) return [];
      const whole = aroundWords(match.value, word.start, match.end);
      return [{ ...whole, modifiers: [prefix[1], ...whole.modifiers] }];
    });
  }
}
