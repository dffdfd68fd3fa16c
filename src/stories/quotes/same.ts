/** Whether two statements of a person are one: the same words again, or the same in another language. */
import { once } from "../../once.ts";
import { readingOf, type TermProfile } from "../profile.ts";
import { createTongue } from "../tongue.ts";
import type { Quote } from "./read.ts";

/** What is said again is told of within these days. */
const APART_MS = 3 * 86_400_000;
/** Share of the words of both that the other has, in its own language or in another; words that meet at least. */
const SAME_LANGUAGE = 0.6;
const ACROSS = { quoted: 0.3, reported: 0.4 };
const FEWEST = 3;
const MARKED = /“[^”]*(?:”|$)|«[^»]*(?:»|$)|"[^"]*(?:"|$)|「[^」]*(?:」|$)/gu;
const SHORTEST = 12;

const tongue = once(createTongue);
const readings = new WeakMap<Quote, TermProfile>();

function isSameQuote(one: Quote, other: Quote): boolean {
  const apart = Math.abs(timeOf(one) - timeOf(other));
  if (!(apart <= APART_MS)) return one.text === other.text;
  const [own, theirs] = [reading(one), reading(other)];
  const met = meeting(own, theirs) + meeting(theirs, own);
  const share = met / (own.words.size + theirs.words.size);
  if (one.article.language === other.article.language) return share >= SAME_LANGUAGE;
  const form = one.form === "quoted" && other.form === "quoted" ? "quoted" : "reported";
  return met >= FEWEST && share >= ACROSS[form];
}

/** Puts a quotation to those that it is one with, or behind all. */
export function join(groups: [Quote, ...Quote[]][], quote: Quote): void {
  const known = groups.find((group) => group.some((other) => isSameQuote(other, quote)));
  if (known) known.push(quote);
  else groups.push([quote]);
}

function meeting(one: TermProfile, other: TermProfile): number {
  let met = 0;
  for (const word of one.words) if (other.words.has(word) || other.echoes.has(word)) met++;
  return met;
}

function reading(quote: Quote): TermProfile {
  const before = readings.get(quote);
  if (before) return before;
  const made = readingOf(wordsOf(quote), tongue());
  readings.set(quote, made);
  return made;
}

/** What was said, without who said it: between the marks, else on the longer side of the name. */
function wordsOf({ text, speaker, form }: Quote): string {
  const marked = form === "quoted" ? (text.match(MARKED) ?? []).join(" ") : "";
  if (marked.length >= SHORTEST) return marked;
  const last = speaker.split(/[\s·]+/u).at(-1) ?? speaker;
  const at = text.indexOf(last);
  if (at < 0) return text;
  const [before, after] = [text.slice(0, at), text.slice(at + last.length)];
  return before.length > after.length ? before : after;
}

function timeOf({ article }: Quote): number {
  return Date.parse(article.published ?? "");
}
