/** What a sentence must have to be a wish for the bot's own things: a model takes words that it never met for any of them. */
import { QUESTIONS } from "../i18n/understand.ts";
import type { Words } from "../i18n/words.ts";
import { hoursIn } from "../language/when/clock-times.ts";
import type { Sentence } from "./sentence.ts";
import { again, any, timed } from "./signs.ts";
import { RESETS } from "./to-set.ts";
import type { Wish } from "./wish.ts";

const SETTINGS = /(?<!\p{L})(?:settings?|preferences|настро[йе]\p{L}+)(?!\p{L})|设置|偏好/u;
const SUMMARY = (s: Sentence): boolean => any(s, "summary", "send", "alert") || again(s) || timed(s);

const EVIDENCE: Partial<Record<Wish, (sentence: Sentence) => boolean>> = {
  forget: (s) => s.has("forget"),
  feeds: (s) => s.has("feeds") || s.addresses.length > 0,
  sources: (s) => s.has("outlets"),
  status: (s) => s.has("status"),
  settings: (s) =>
    any(s, "zone", "quiet", "audience", "language") ||
    SETTINGS.test(s.low) ||
    s.slots.leftOut.length > 0 ||
    (any(s, "set", "change", "stop") &&
      s.slots.zones.length + s.slots.languages.length + s.slots.publishers.length > 0) ||
    (s.has("stop") && hoursIn(s.low) !== undefined),
  deliveries: (s) => any(s, "sent", "summary", "alert"),
  following: (s) => any(s, "follows", "watch", "alert"),
  "daily-off": SUMMARY,
  "daily-pause": SUMMARY,
  "daily-resume": (s) => s.has("resume") || s.has("set"),
};

/** Whether a sentence has a word for the wish; true for wishes that need none. */
export function bears(wish: Wish, sentence: Sentence): boolean {
  return EVIDENCE[wish]?.(sentence) ?? true;
}

/** Whether anything in it may be of what is sent: then a summary is not given on a guess. */
export function mayBeOfSending(s: Sentence): boolean {
  return (
    any(s, "stop", "pause", "resume", "change", "alert", "watch", "told", "sent", "quiet", "set") ||
    again(s) ||
    timed(s) ||
    s.slots.every.length > 0 ||
    s.slots.weekdays.length > 0 ||
    !any(s, "summary", "happened")
  );
}

const I_AM_IN = /^(?:i'm|i am|we're|we are|я|мы)(?!\p{L})|^我们?(?:人|现在|目前)?在/u;
/** What is asked where a change of a setting was read from words that do not plainly ask for it. */
const PLAIN: Readonly<Record<string, { readonly ask: Words; readonly plain: (s: Sentence) => boolean }>> = {
  zone: {
    ask: QUESTIONS.zone,
    plain: (s) => any(s, "zone", "set", "change") || I_AM_IN.test(s.low) || RESETS.test(s.low),
  },
  language: {
    ask: QUESTIONS.language,
    plain: (s) => any(s, "language", "set", "change") || RESETS.test(s.low),
  },
  quiet: { ask: QUESTIONS.quiet, plain: (s) => any(s, "quiet", "stop", "pause") },
};

/** The question that is put back instead of that line; undefined where its words are plain, or it changes no setting. */
export function settingInDoubt(line: string, sentence: Sentence): Words | undefined {
  const known = PLAIN[/^settings (\w+) \S/.exec(line)?.[1] ?? ""];
  return known && !known.plain(sentence) ? known.ask : undefined;
}
