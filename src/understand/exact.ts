/** Lines that begin with a command's word and go on with what that command takes: they are meant as they stand. */
import type { Library } from "../articles/library.ts";
import type { Command } from "../command.ts";
import { nearest } from "../inbox/nearest.ts";
import { find } from "../inbox/parse.ts";
import { wantedOf } from "../language/exclusions.ts";
import { plainHan } from "../language/keys.ts";
import { theGlossary } from "../language/open.ts";
import { lowered, words } from "../language/when/pattern.ts";
import { looksLikePeriod, splitPeriod } from "../stories/period.ts";
import { ABC_FILLERS } from "./fillers.ts";
import { type Opener, subjectOf } from "./peel.ts";
import { isThis } from "./scene.ts";
import type { Slots } from "./slots.ts";

interface Known {
  readonly commands: readonly Command[];
  readonly library: Library;
  /** Somebody at a shell: its commands are taken too. */
  readonly shell: boolean;
  /** What else the rest of the line says; asked for only where it matters, and without it no such line is exact. */
  readonly slots?: (text: string) => Slots;
}

export interface Exact {
  readonly command: Command;
  /** The line with the command's own name. */
  readonly line: string;
}

/** The first word's command, and whether the line as a whole is a line of that command. */
export function exactLine(
  typed: string,
  known: Known,
): { readonly command?: Command; readonly exact?: Exact } {
  const text = typed.replace(/^\/?(?:sco(?:\s+|$))?/i, "").trim();
  const [, first = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/u.exec(text) ?? [];
  const command = find(first, known.commands);
  if (!command) return {};
  const line = `${command.name} ${rest}`.trim();
  return continues(command, rest, known) ? { command, exact: { command, line } } : { command };
}

/** Whatever follows their name is what they are about, as it is for a command whose first option is text. */
const TAKES_ANY_WORDS: ReadonlySet<string> = new Set(["feedback", "compare"]);
/** What they are about may be told with days and languages beside it: then it is a wish. */
const OVERVIEWS: ReadonlySet<string> = new Set(["story", "coverage", "trends"]);

/** "How Chinese and Russian media tell it" stands around what is compared. */
const TELLERS =
  /^(?:how|the way|what|как|怎么|如何|一下)|(?:outlets|press|media(?! forum)|сми|媒体)|countr(?:y|ies)|по странам|各国|按国家/iu;

/** A search that is already written as one. */
const QUERY =
  /["“”«»「]|(?:^|\s)-\p{L}|(?:^|\s)(?:source|lang|title|without|after|before|on|sort|page)[:：]/u;
const SCHEDULE =
  /^(?:(?:[01]?\d|2[0-3])[:.：]?[0-5]\d|off|stop|none|on|resume|pause|set|show|关|关闭|停止|恢复|暂停|выкл|стоп|возобновить|пауза)?(?:\s+\p{L}+[:：](?:"[^"]*"|“[^”]*”|[^\s"“]\S*))*$/iu;
/** Each option begins after a space and each value in one way only: otherwise the time doubles with every option. */
const LATEST = /^(?:\d{1,2})?(?:(?:^|\s+)\p{L}+:(?:"[^"]*"|[^\s"]\S*))*$/u;

function continues(command: Command, rest: string, known: Known): boolean {
  const { name, options, shell } = command;
  const [next = "", ...more] = rest.split(/\s+/);
  if (shell) return known.shell && isShellLine(command, rest);
  if (rest === "" || /(?:^|\s)(?:--|—)\p{L}/u.test(rest)) return true;
  if (name === "read" && ADDRESS.test(next)) return !POLITE.test(rest);
  if (name === "read" || name === "related")
    return more.length === 0 && /^(?!\d{1,2}$)[a-z\d-]+$/i.test(next);
  if (name === "search" && more.length === 0 && ADDRESS.test(next)) return false;
  if (name === "why") return isId(next, known) && !MATCHED.test(rest);
  if (name === "latest") return LATEST.test(rest);
  if (POLITE.test(rest)) return false;
  if (name === "digest" || name === "brief") return ofDays(rest, known);
  if (name === "help") return more.length === 0 && isNearly(next, known.commands);
  if (name === "daily") return SCHEDULE.test(rest);
  if (name === "search")
    return QUERY.test(rest) || !/[\p{L}\p{N}]/u.test(rest) || isKnownName(rest) || searchable(rest, known);
  if (name === "watch") return watchable(rest, known);
  if (name === "unwatch") return isBare(rest) && isName(rest, known);
  if (name === "forget") return Object.keys(options).length > 0 && isChoice(rest, command);
  if (name === "compare" && (TELLERS.test(rest) || !namesOne(rest, known))) return false;
  if (OVERVIEWS.has(name) && !QUERY.test(rest))
    return isName(rest, known) && !/^(?:of|for|on|numbers|breakdown|how|по|за|о|об)\s/iu.test(rest);
  if (TAKES_ANY_WORDS.has(name)) return true;
  // A value is one word: "settings zone Moscow for the channel" is a wish.
  if (name === "settings")
    return next === "sources" || more.filter((word) => !isOption(word, command)).length < 2;
  if (name === "saved" && isId(next, known)) return true;
  if (rest.split(/\s+/).every((word) => isOption(word, command))) return true;
  if (name === "new") return false;
  const [option] = Object.values(options);
  return option?.kind === "choice" ? isChoice(next, command) : option?.kind === "text";
}

/** What somebody at a shell types behind such a command: one of its choices, a file, options; "articles about water" is a wish. */
function isShellLine(command: Command, rest: string): boolean {
  const [option] = Object.values(command.options);
  const [next = "", ...more] = rest.split(/\s+/);
  if (rest === "" || /(?:^|\s)--\p{L}/u.test(rest)) return true;
  if (option?.kind === "choice") return isChoice(next, command);
  return command.name === "say" || more.length === 0;
}

/** One of what the command's first option may be. */
function isChoice(text: string, { options }: Command): boolean {
  const [option] = Object.values(options);
  if (option?.kind !== "choice") return false;
  return [...option.choices, ...Object.keys(option.also ?? {})].includes(
    text.normalize("NFKC").toLowerCase(),
  );
}

/** A name of the glossary in Chinese says nothing beside it, neither when nor whose. */
function isKnownName(text: string): boolean {
  return HAN_ALONE.test(text) && theGlossary().byHan(plainHan(text)).length > 0;
}

const HAN_ALONE = /^\p{Script=Han}{2,}$/u;
const MATCHED =
  /(?<!\p{L})(?:come|came|match\p{L}*|results?|for|нашл\p{L}*|по запросу|попал\p{L}*)(?!\p{L})|出来|匹配|搜/iu;

/** The id of an article, or something that is written like one. */
function isId(word: string, { library }: Known): boolean {
  return library.get(word.toLowerCase()) !== undefined || /^(?=[a-z]*\d)[a-z\d]{4,12}$/i.test(word);
}

/** `for:channel`, of a command that has such an option. */
function isOption(word: string, { options }: Command): boolean {
  const [, name = ""] = /^(\p{L}+)[:：]\S/u.exec(word) ?? [];
  return Object.hasOwn(options, name);
}

/** A command's name, or nearly one. */
function isNearly(word: string, commands: readonly Command[]): boolean {
  return (
    find(word, commands) !== undefined ||
    nearest(
      word,
      commands.map(({ name }) => name),
    ) !== undefined
  );
}

const ADDRESS = /^https?:\/\/\S/i;
const POLITE = /(?<!\p{L})(?:please|pls|plz|thanks|пожалуйста|спасибо)(?!\p{L})|谢谢|麻烦/iu;

/** Days as the command itself reads them, or none at all. */
function ofDays(rest: string, known: Known): boolean {
  if (/[?？]$/.test(rest)) return false;
  const [next = ""] = rest.split(/\s+/);
  if (looksLikePeriod(next) || splitPeriod(rest).day !== undefined) return true;
  return isName(rest, known);
}

/** One publisher at most is named: several are what is compared by. */
function namesOne(rest: string, { slots }: Known): boolean {
  return slots !== undefined && slots(rest).publishers.length < 2;
}

/** Words to look for, beside which nothing says whose, when, in which language or how many. */
function searchable(typed: string, { slots }: Known): boolean {
  // What is left out in plain words a search reads by itself.
  const rest = wantedOf(typed);
  if (!slots || isThis(rest) || /^(?:for|about|on|me|in|по|про|о|об|в|на)\s|^一下/iu.test(rest)) return false;
  const { channels: _, ...said } = slots(rest);
  if (!Object.values(said).every((found) => found.length === 0)) return false;
  // A short Chinese word is one, though it may end in a character that is taken off a sentence.
  return /^\p{Script=Han}{2,4}$/u.test(rest) || isBare(rest, SEARCHING);
}

const SEARCHING = ["polite", "find", "wrote", "news", "when"] as const;

/** A watch is typed as one where all beside its options only names a subject; a sentence is shown before it is stored. */
function watchable(rest: string, known: Known): boolean {
  const bare = rest.replace(
    /(?:^|\s)(?:(?:every|source|lang|title|without)[:：](?:"[^"]{0,200}"|“[^”]{0,200}”|\S+)|-(?:source:)?(?:"[^"]{0,200}"|[\p{L}\d]\S*)|OR(?=\s))/gu,
    " ",
  );
  return !isThis(bare) && isBare(bare) && isName(bare.trim().replace(/^(?:the|an?) /iu, ""), known);
}

/** Words of a name are few. */
const NAME = 6;
/** Whoever says such a word says more than a name. */
const SPEAKING = words(
  `${ABC_FILLERS}|the|an?|on|for|not|no|but|or|if|when|until|while|because|than|how|what|why|who|never|ни|не|нет|но|или|если|когда|пока|чтобы|потому|как|почему|кто|кроме|без`,
);
const HAN_SPEAKING = /[我你您他她它这那谁吗呢吧啊请别不没但或]|如果|要是|怎么|什么|时候|可能|也许|除了/u;

/** It only names something: no day, hour, language, publisher or count stands in it, and no word of speaking. */
function isName(rest: string, { slots }: Known): boolean {
  const text = rest.normalize("NFKC").trim();
  if (!slots || /[,;.!?，。；！？、](?=\s|$)|，/u.test(text) || text.split(/\s+/).length > NAME) return false;
  const said = Object.values(slots(text)).some((found) => found.length > 0);
  return !said && lowered(text).search(SPEAKING) < 0 && !HAN_SPEAKING.test(text);
}

/** Nothing stands around a subject: "watch how they decide" is a sentence, and is shown before anything is stored. */
function isBare(rest: string, openers: readonly Opener[] = ["polite", "watch", "when"]): boolean {
  const low = lowered(rest.normalize("NFKC").trim()).replace(/^(?:the|an?) /u, "");
  const [from, to] = subjectOf(low, openers);
  return from === 0 && to === low.length;
}
