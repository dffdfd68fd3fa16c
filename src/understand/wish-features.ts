/** What of a sentence tells which command is meant: its words, how it opens and ends, and what it has besides. */
import { outcome, type Ruled } from "./by-rules.ts";
import { conceptsOf } from "./concepts.ts";
import { MARKS } from "./marks.ts";
import type { Shown } from "./scene.ts";
import type { Sentence } from "./sentence.ts";

/** A word of an alphabet or one Chinese character, or a sign that stands for a day, an hour, a publisher … */
const TOKEN = /<\w+>|[\p{Script=Latin}\p{Script=Cyrillic}']+|\p{Script=Han}|\p{N}+|[?!+#:]/gu;
const HAN = /^\p{Script=Han}$/u;
const LETTERS = /^[\p{Script=Latin}\p{Script=Cyrillic}']+$/u;
/** Letters of a word that stay when its ending goes. */
const STEM = 5;

/** Three letters after another of a word, its ends marked: they bear slips and endings. */
function partsOf(word: string): string[] {
  if (!LETTERS.test(word)) return [];
  const whole = `^${word}$`;
  return [...whole.slice(2)].map((_, at) => whole.slice(at, at + 3));
}

/** The text with each day, hour, language … written as one sign, so that one sentence speaks for all days. */
function signed(s: Sentence): string {
  const { slots } = s;
  const spans = [
    ...s.addresses.map((one) => ({ ...one, sign: "<url>" })),
    ...s.ids.map((one) => ({ ...one, sign: "<id>" })),
    ...s.quotes.map((one) => ({ ...one, sign: "<quote>" })),
    ...slots.every.map((one) => ({ ...one, sign: "<every>" })),
    ...slots.times.map((one) => ({ ...one, sign: "<time>" })),
    ...slots.days.map((one) => ({ ...one, sign: "<day>" })),
    ...slots.weekdays.map((one) => ({ ...one, sign: one.value.again ? "<each>" : "<weekday>" })),
    ...slots.publishers.map((one) => ({ ...one, sign: "<paper>" })),
    ...slots.languages.map((one) => ({ ...one, sign: one.value.of ? "<lang>" : "<inlang>" })),
    ...s.places.map((one) => ({ ...one, sign: "<place>" })),
    ...slots.counts.map((one) => ({ ...one, sign: "<count>" })),
    ...slots.zones.filter(({ value }) => value.plain).map((one) => ({ ...one, sign: "<zone>" })),
  ];
  let out = "";
  let at = 0;
  for (const { start, end, sign } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    out += `${s.low.slice(at, start)} ${sign} `;
    at = end;
  }
  return out + s.low.slice(at);
}

/** Tokens that are looked at; what a wish is stands in fewer. */
const LONGEST = 240;
/** Characters whose words are looked up. */
const READ = 600;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** @param ruled what the rules take it for @returns names of features, each once */
export function featuresOf(s: Sentence, before: Shown | undefined, ruled: Ruled | undefined): string[] {
  const found = new Set<string>();
  const text = signed(s);
  const tokens = (text.match(TOKEN) ?? []).slice(0, LONGEST);
  for (const { segment } of segmenter.segment(text.slice(0, READ)))
    for (const concept of conceptsOf(segment)) found.add(`k ${concept}`);
  const stems = tokens.map((word) => (word.startsWith("<") ? word : word.slice(0, STEM)));
  const around = ["^", ...stems, "$"];
  for (const [at, stem] of around.entries()) {
    if (at > 0 && at < around.length - 1) found.add(`w ${stem}`);
    const next = around[at + 1];
    if (next === undefined) continue;
    found.add(`b ${stem} ${next}`);
    const third = around[at + 2];
    if (third !== undefined && (HAN.test(next) || at === 0)) found.add(`t ${stem} ${next} ${third}`);
  }
  for (const word of tokens) {
    if (word.startsWith("<")) continue;
    if (/^[а-я]{5,}$/u.test(word)) found.add(`e ${word.slice(-2)}`);
    if (word.length > 4) found.add(`4 ${word.slice(0, 4)}`);
    for (const part of partsOf(word)) found.add(`c ${part}`);
  }
  // Chinese words of two parts have another between them: 停…推送, 提醒…关.
  const plain = tokens.filter((word) => !word.startsWith("<"));
  for (const [at, one] of plain.entries()) {
    const other = plain[at + 2];
    if (other !== undefined && HAN.test(one)) found.add(`h ${one} ${other}`);
  }
  for (const mark of MARKS) {
    if (s.has(mark)) {
      found.add(`m ${mark}`);
      if (s.opens(mark)) found.add(`o ${mark}`);
    }
  }
  const had = MARKS.filter((mark) => s.has(mark));
  for (const [at, one] of had.entries())
    for (const other of had.slice(at + 1)) found.add(`mm ${one} ${other}`);
  const signs = new Set(tokens.filter((word) => word.startsWith("<")));
  for (const sign of signs) for (const mark of had) found.add(`ms ${sign} ${mark}`);
  const size = tokens.length;
  found.add(`n ${size <= 2 ? size : size <= 4 ? "4" : size <= 8 ? "8" : size <= 14 ? "14" : "15"}`);
  found.add(`q ${s.question}`);
  if (before) found.add(`s ${/^\S+/.exec(before.line)?.[0]}`).add("shown");
  if (s.slots.times.length > 0 && s.slots.weekdays.length > 0) found.add("time+weekday");
  if (ruled !== undefined) {
    found.add(`r ${ruled.wish}`).add(`l ${outcome(ruled)}`);
    found.add(`r ${ruled.wish} ${before !== undefined}`);
    found.add(`r ${ruled.wish} ${s.question}`);
  }
  return [...found];
}
