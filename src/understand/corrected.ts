/** "I wanted a watch, not a search", "seven, not five", не энергетика, а транспорт: the line before as it was meant. */
import { simplifyHan } from "../language/han.ts";
import { placeOf } from "./exchange.ts";
import { type Meant, meantBy } from "./meant.ts";
import { isThis, type Scene, topicBefore } from "./scene.ts";
import { readSentence, type Sentence } from "./sentence.ts";
import { subjectIn } from "./subject.ts";
import { type Overview, overview } from "./to-compare.ts";
import { brief, digest, search } from "./to-find.ts";
import { watch } from "./to-follow.ts";
import { quotes } from "./to-quote.ts";
import { saved } from "./to-save.ts";
import { topicIn } from "./topic.ts";
import { confirms, does, type Understood } from "./understood.ts";

type Kind = Overview | "quotes" | "saved" | "brief" | "watch" | "digest" | "search";

/** What is to be done, by the words that name it: the first that is named. */
const KINDS: readonly (readonly [Kind, (s: Sentence) => boolean])[] = [
  [
    "quotes",
    ({ low }) =>
      /(?<!\p{L})(?:quotes?|quotations?|own words|цитат\p{L}*)(?!\p{L})|语录|原话|引语|说过的?话/u.test(low),
  ],
  [
    "saved",
    ({ low }) =>
      /(?<!\p{L})(?:save|bookmark|сохран\p{L}+|отлож\p{L}+)(?!\p{L})|收藏|存(?:起来|下)/u.test(low),
  ],
  ["compare", (s) => s.has("compares") || /(?<!\p{L})сравнени|比(?:较|一下)/u.test(s.low)],
  ["story", (s) => s.has("develops")],
  [
    "trends",
    (s) =>
      s.has("trend") || /(?<!\p{L})(?:chart|graph|curve|график\p{L}?)(?!\p{L})|曲线|走势|趋势/u.test(s.low),
  ],
  ["coverage", (s) => s.has("covers") || /(?<!\p{L})who (?:covers|writes)|谁(?:写|报|发)/u.test(s.low)],
  ["brief", (s) => s.has("press")],
  ["watch", (s) => s.has("watch") || s.has("alert") || /长期跟/u.test(s.low)],
  ["digest", (s) => s.has("summary")],
  [
    "search",
    (s) =>
      s.has("search") ||
      /(?<!\p{L})(?:look (?:it |this )?up|articles|поищи|стать\p{L}+)(?!\p{L})|[查搜]/u.test(s.low),
  ],
];
const OTHERWISE: ReadonlySet<Kind> = new Set(["quotes", "compare", "story", "trends", "coverage"]);
/** Lines whose words can be changed for others. */
const OF_WORDS = /^(?:search|ask|digest|quotes|story|compare|coverage|trends|watch)\s/u;

/** What leaves something out denies nothing that was read. */
const WITHOUT =
  /(?<!\p{L})(?:but not|except|excluding|other than|но не|кроме|исключая)(?!\p{L})|以外|之外|不包括|不含/u;

/** The correction's own sentence. */
export interface Correction {
  readonly scene: Scene;
  readonly meant: Meant;
}

/** What the sentence means once what it denies is taken away; undefined where it is no correction. */
export function correctionIn(scene: Scene): Correction | undefined {
  if (WITHOUT.test(scene.sentence.low)) return undefined;
  const meant = scene.before && meantBy(simplifyHan(scene.sentence.text));
  if (!meant || meant.meant === "") return undefined;
  return { scene: { ...scene, sentence: readSentence(meant.meant, scene) }, meant };
}

/** Another thing to do with the subject of the line before, or one thing in it for another. */
export function corrected({ scene, meant }: Correction): Understood | undefined {
  const { sentence, before } = scene;
  const line = before?.line ?? "";
  const name = /^\S+/u.exec(line)?.[0] ?? "";
  const kind =
    name === "daily" || name === "settings" ? undefined : KINDS.find(([, is]) => is(sentence))?.[0];
  if (kind && kind !== name) return asKind(kind, scene);
  if (!OF_WORDS.test(line)) return undefined;
  for (const old of meant.denied) {
    const at = /\d/.test(old) ? undefined : placeOf(old.toLowerCase().replaceAll("ё", "е"), line);
    if (!at) continue;
    const changed = `${line.slice(0, at[0])}${instead(line.slice(...at), meant.meant)}${line.slice(at[1])}`;
    const done = changed.replace(/\s+/g, " ").trim();
    return name === "watch" ? confirms(done) : does(done);
  }
  return undefined;
}

/** "And by language?", 谁写得最多, а динамика: the subject of the line before, shown in another way. */
export function shownOtherwise(scene: Scene): Understood | undefined {
  const name = /^\S+/u.exec(scene.before?.line ?? "")?.[0];
  const kind = KINDS.find(([, is]) => is(scene.sentence))?.[0];
  if (!kind || kind === name || !OTHERWISE.has(kind) || !topicBefore(scene.before)) return undefined;
  return asKind(kind, scene);
}

/** "Not Central Asia, but South": an adjective takes the place of the adjective alone. */
function instead(old: string, now: string): string {
  const [adjective = "", ...noun] = old.split(" ");
  const alike = /\s/.test(now)
    ? false
    : /(?:ой|ый|ий|ая|ое|ые|их|ых)$/u.exec(now)?.[0] === adjective.slice(-2);
  return noun.length > 0 && alike ? [now, ...noun].join(" ") : now;
}

function asKind(kind: Kind, scene: Scene): Understood | undefined {
  const { sentence, before } = scene;
  const topic = topicBefore(before);
  const own = subjectIn(
    sentence,
    sentence.slots.days,
    ["polite", "find", "watch", "send", "summary", "news"],
    true,
  );
  const named = own !== "" && !isThis(own) && !isThis(topicIn(sentence, sentence.slots.days, [], true, kind));
  switch (kind) {
    case "compare":
    case "story":
    case "trends":
    case "coverage":
      return overview(kind)(scene);
    case "saved":
      return saved(scene);
    case "digest":
      return digest(scene);
    case "brief":
      return brief(scene);
    case "quotes":
      return named || !topic ? quotes(scene) : does(`quotes ${topic}`);
    case "watch":
      return named || !topic ? watch(scene) : confirms(`watch ${topic}`);
    case "search":
      return named || !topic ? search(scene) : does(`search ${topic}`);
  }
}
