/** What a sentence is about, word by word: the words that a model keeps, which was trained on judged sayings. */
import { entitiesOf } from "../language/open.ts";
import type { TextMatch } from "../language/when/pattern.ts";
import { once } from "../once.ts";
import { type LinearModel, readModel, SCALE } from "./linear-model.ts";
import type { Opener } from "./peel.ts";
import type { Sentence } from "./sentence.ts";
import { rangesIn, subjectIn } from "./subject.ts";
import { isWord, type TopicToken, tokensOf, topicFeatures } from "./topic-features.ts";

/** Chooses which tokens are kept. */
export type Keep = (
  tokens: readonly TopicToken[],
  features: readonly (readonly string[])[],
) => readonly boolean[];

/** Score of keeping over dropping. */
function scoreOf({ classes, weights }: LinearModel, features: readonly string[]): number {
  const keep = classes.indexOf("keep");
  let sum = 0;
  for (const feature of features) {
    const pairs = weights[feature] ?? [];
    for (let at = 0; at < pairs.length; at += 2)
      sum += ((pairs[at] === keep ? 1 : -1) * (pairs[at + 1] ?? 0)) / SCALE;
  }
  return sum;
}

/** What is added for a word that no judged saying has: it is seldom one of a wish. */
export const rareIn = (features: readonly string[]): readonly string[] => ["rare", `rare ${features[14]}`];

/** What is added for the token before. */
export const afterKept = (kept: boolean, features: readonly string[]): string[] => [
  `y ${kept}`,
  `y ${kept} ${features[0]}`,
  `y ${kept} ${features[14]}`,
  `y ${kept} ${features[16]}`,
];

/** The likeliest sequence (Viterbi) of a model. */
export function keepBy(model: () => LinearModel): Keep {
  return (tokens, features) => {
    const log = (score: number): readonly [number, number] => [
      -Math.log1p(Math.exp(score)),
      -Math.log1p(Math.exp(-score)),
    ];
    /** Of the ways that end in dropping and in keeping: the score, and for each token what the one before was. */
    let scores: readonly [number, number] = [0, Number.NEGATIVE_INFINITY];
    const before: (readonly [boolean, boolean])[] = [];
    for (const named of features) {
      const own = model().weights[named[0] ?? ""] ? named : [...named, ...rareIn(named)];
      const base = scoreOf(model(), own);
      const [dropped, kept] = [false, true].map((wasKept) =>
        log(base + scoreOf(model(), afterKept(wasKept, own))),
      );
      const drops = [scores[0] + (dropped?.[0] ?? 0), scores[1] + (kept?.[0] ?? 0)] as const;
      const keeps = [scores[0] + (dropped?.[1] ?? 0), scores[1] + (kept?.[1] ?? 0)] as const;
      before.push([drops[1] > drops[0], keeps[1] > keeps[0]]);
      scores = [Math.max(...drops), Math.max(...keeps)];
    }
    const path = tokens.map(() => false);
    let last = scores[1] > scores[0];
    for (let at = tokens.length - 1; at >= 0; at--) {
      path[at] = last;
      last = before[at]?.[last ? 1 : 0] ?? false;
    }
    return path;
  };
}

let keeping: Keep = keepBy(once(() => readModel("topic-model.tsv")));

/** For training and its trials. */
export function keepWith(keep: Keep): void {
  keeping = keep;
}

/** Tokens of the longest wish that the model reads: no judged saying has half as many, and each costs time. */
const LONGEST = 240;
/** What these are for is nothing without a topic: where the model finds none, the rules are asked. */
const NEEDED: ReadonlySet<string> = new Set(["search", "watch", "compare", "story"]);

/**
 * What a sentence is about.
 * @param taken what was read as something else. @param openers what the rules take off. @param purpose what the topic is for
 * @param whole the rules join all parts, else they take one
 */
export function topicIn(
  sentence: Sentence,
  taken: readonly TextMatch<unknown>[],
  openers: readonly Opener[],
  whole: boolean,
  purpose: string,
): string {
  const tokens = tokensOf(sentence.low);
  if (tokens.length > LONGEST) return subjectIn(sentence, taken, openers, whole);
  const ruled = rangesIn(sentence, taken, openers, whole);
  const likely = keeping(
    tokens,
    topicFeatures(sentence, tokens, [...taken, ...sentence.slots.leftOut], ruled, purpose),
  );
  // A line that begins with its command's word is not about that word.
  const chosen = trimmed(
    tokens,
    likely.map((keep, at) => keep && (at > 0 || tokens[at]?.word !== purpose)),
  );
  const short = ruled.filter(([from, to]) => /^\p{Script=Han}{2,4}$/u.test(sentence.low.slice(from, to)));
  const kept = wholeWords(sentence, tokens, withQuoted(sentence, tokens, chosen), short);
  const topic = written(sentence.text, tokens, withSigns(tokens, kept));
  return topic === "" && NEEDED.has(purpose) ? subjectIn(sentence, taken, openers, whole) : topic;
}

/** Words that join others begin and end no topic. */
const JOINING =
  /^(?:in|on|of|at|by|from|for|to|about|with|and|or|и|в|во|на|по|о|об|с|со|из|от|для|про|за|к|的|在|和|与)$/u;

/** These end none. */
const ARTICLES = /^(?:the|an?)$/u;

function trimmed(tokens: readonly TopicToken[], chosen: readonly boolean[]): readonly boolean[] {
  const isCore = (keep: boolean, at: number) => keep && !JOINING.test(tokens[at]?.word ?? "");
  const first = chosen.findIndex(isCore);
  const last = chosen.findLastIndex((keep, at) => isCore(keep, at) && !ARTICLES.test(tokens[at]?.word ?? ""));
  return chosen.map((keep, at) => keep && at >= first && at <= last);
}

/** What somebody quotes they mean, unless it names who writes. */
function withQuoted(
  { quotes, slots }: Sentence,
  tokens: readonly TopicToken[],
  chosen: readonly boolean[],
): readonly boolean[] {
  const named = [...slots.publishers, ...slots.leftOut, ...slots.without, ...slots.titles];
  const meant = quotes.filter(
    ({ start, end }) => !named.some((one) => one.start < end && start < one.end) && end - start <= QUOTED,
  );
  if (meant.length === 0) return chosen;
  return tokens.map(
    ({ start, end }, at) =>
      (chosen[at] ?? false) || meant.some((one) => one.start <= start && end <= one.end),
  );
}

const QUOTED = 60;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Chinese words and names are kept or dropped as a whole: half a word means nothing. */
function wholeWords(
  { text, low }: Sentence,
  tokens: readonly TopicToken[],
  chosen: readonly boolean[],
  short: readonly (readonly [number, number])[],
): boolean[] {
  const kept = [...chosen];
  const names = entitiesOf(text);
  const han = [...segmenter.segment(low)]
    .filter(({ segment }) => segment.length > 1 && /^\p{Script=Han}+$/u.test(segment))
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
  const found = short.map(([start, end]) => ({ start, end }));
  for (const { start, end } of [...han, ...names, ...found]) {
    const inside = tokens.flatMap((token, at) => (start <= token.start && token.end <= end ? [at] : []));
    const some = inside.filter((at) => kept[at]).length;
    for (const at of inside) kept[at] = 2 * some >= inside.length;
  }
  return kept;
}

/** Signs between kept words that belong to them stay: quotation marks around them, a hyphen, a plus no longer. */
function withSigns(tokens: readonly TopicToken[], kept: readonly boolean[]): boolean[] {
  const words = tokens.map((token, at) => isWord(token) && (kept[at] ?? false));
  const out = [...words];
  for (const [at, { word }] of tokens.entries()) {
    if (!/^["“«「《']$/u.test(word)) continue;
    const close = tokens.findIndex((token, later) => later > at && /^["”»」》']$/u.test(token.word));
    const inside = words.slice(at + 1, close);
    if (
      close > at + 1 &&
      inside.length > 0 &&
      inside.every((one, by) => one || !isWord(tokens[at + 1 + by] as TopicToken))
    ) {
      out[at] = true;
      out[close] = true;
    }
  }
  for (let at = 1; at < tokens.length - 1; at += 1)
    if (
      /^[-–—·.,]$/u.test(tokens[at]?.word ?? "") &&
      words[at - 1] &&
      words[at + 1] &&
      /^[-·.]$/.test(tokens[at]?.word ?? "")
    ) {
      const before = tokens[at - 1];
      const after = tokens[at + 1];
      if (before?.end === tokens[at]?.start && after?.start === tokens[at]?.end) out[at] = true;
    }
  return out;
}

/** Neighbours as they stand in the text, others with a space. */
function written(text: string, tokens: readonly TopicToken[], kept: readonly boolean[]): string {
  let out = "";
  let end: number | undefined;
  for (const [at, token] of tokens.entries()) {
    if (!kept[at]) continue;
    const near = end !== undefined && kept[at - 1];
    out += `${out === "" ? "" : near ? text.slice(end, token.start) : " "}${text.slice(token.start, token.end)}`;
    end = token.end;
  }
  return out.replace(/\s+/g, " ").trim().replace(TELLING, "");
}

/** A Chinese verb of telling before what is told: 讲能源, 跟供应链. */
const TELLING =
  /^只?(?:跟(?!踪|进|随)|[讲講](?!话|話|台|座|究|述|解)|写(?!作|字|真)|谈(?!判|话)|关于|有关(?!部门))(?=..)/u;
