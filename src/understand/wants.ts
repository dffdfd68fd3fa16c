/** Which wish a sentence is: the first row whose condition holds. The order is the order of harm and of certainty. */

import { asks, firmQuestion } from "./asks.ts";
import type { Sentence } from "./sentence.ts";
import {
  again,
  any,
  changes,
  dated,
  feature,
  looksFor,
  noLeadingQuestion,
  pointed,
  pointedAtAll,
  short,
  timed,
  wantsCompare,
  wantsLanguage,
  wantsLatest,
  wantsQuiet,
  wantsWatch,
  wantsWhy,
  whatIsNew,
  words,
} from "./signs.ts";
import { bringsBack, leavesOutForGood } from "./signs-of-leaving-out.ts";
import {
  asksOfDeliveries,
  leavesOut,
  quotesCommand,
  stops,
  stopsPost,
  wantsDaily,
  wantsPause,
  wantsUnwatch,
} from "./signs-of-sending.ts";
import { subjectIn } from "./subject.ts";
import { OWN_LIST } from "./to-save.ts";

export type Want = (typeof WANTS)[number]["want"];

interface Row {
  readonly want: string;
  readonly example: string;
  readonly when: (sentence: Sentence, shown: boolean) => boolean;
}

export const WANTS = [
  { want: "forget", example: "delete everything you know about me", when: (s) => s.has("forget") },
  {
    want: "unclear",
    example: "I told Tom we should stop the energy digest",
    when: (s) => s.has("told") && (any(s, "summary", "alert", "watch", "stop", "pause") || quotesCommand(s)),
  },
  {
    want: "quiet",
    example: "quiet hours from 10pm to 7am",
    when: wantsQuiet,
  },
  {
    want: "audience",
    example: "answers should only be visible to me",
    when: (s) => s.has("audience") && !s.has("summary"),
  },
  {
    want: "help",
    example: "how do I set up a daily digest",
    when: (s) =>
      s.has("help") &&
      !(again(s) && timed(s)) &&
      !pointedAtAll(s) &&
      (feature(s) || words(s.low) <= 5) &&
      !/^(?:help me|помоги\p{L}*) (?:find|найти|search)/u.test(s.low) &&
      (!asks(s) || s.opens("help")) &&
      !s.has("told"),
  },
  {
    want: "zone",
    example: "set my timezone to Tashkent",
    when: (s) =>
      (s.has("zone") ||
        (/^(?:i'm|i am|we're|we are) (?:now )?(?:based )?in |^(?:я|мы) (?:сейчас )?в |^我们?(?:现在|目前)?在/u.test(
          s.low,
        ) &&
          words(s.low) <= 8)) &&
      s.slots.zones.length > 0 &&
      !s.has("summary") &&
      !again(s),
  },
  { want: "leave-out", example: "without TASS", when: leavesOutForGood },
  { want: "leave-out", example: "bring TASS back", when: bringsBack },
  { want: "deliveries", example: "why was there no summary this morning", when: asksOfDeliveries },
  {
    want: "everything",
    example: "what do we follow in all channels",
    when: (s) => any(s, "follows") && s.has("everywhere"),
  },
  {
    want: "watching",
    example: "what are we watching here",
    when: (s) =>
      s.has("follows") &&
      !s.has("stop") &&
      !again(s) &&
      (/什么|啥|哪些|列|看看|查看|显示/u.test(s.low) ||
        (s.has("show") && !timed(s) && (firmQuestion(s) || s.opens("show") || s.question))) &&
      words(s.low) <= 14 &&
      !/^(?:who|кто|谁)/u.test(s.low),
  },
  {
    want: "watching",
    example: "my alerts",
    when: (s) => s.has("follows") && words(s.low) <= 5 && /^(?:my|our|мои|наши|我的|我们的)/u.test(s.low),
  },
  {
    want: "once",
    example: "daily summary for yesterday, just once, don't schedule it",
    when: (s) => s.has("once") && (s.has("summary") || dated(s)),
  },
  { want: "daily-change", example: "no digest on weekends", when: leavesOut },
  { want: "pause", example: "pause the daily until Monday", when: wantsPause },
  {
    want: "resume",
    example: "resume the daily",
    when: (s) =>
      s.has("resume") && noLeadingQuestion(s) && (s.has("summary") || words(s.low) <= 5) && !timed(s),
  },
  { want: "unwatch", example: "stop watching Central Asia energy", when: wantsUnwatch },
  {
    want: "daily-off",
    example: "stop the daily",
    when: (s) =>
      stops(s) && noLeadingQuestion(s) && (s.has("summary") || (again(s) && s.has("send")) || stopsPost(s)),
  },
  {
    want: "daily-show",
    example: "what summaries are scheduled in this channel",
    when: (s) =>
      s.has("summary") &&
      s.has("set") &&
      (s.has("show") || s.question) &&
      !again(s) &&
      (!timed(s) || /几点/u.test(s.low)) &&
      !dated(s) &&
      !(s.opens("change") && changes(s)),
  },
  {
    want: "daily-change",
    example: "move the daily to 9:30",
    when: (s) =>
      s.has("summary") &&
      s.has("change") &&
      (changes(s) ||
        (s.opens("change") &&
          /(?<!\p{L})(?:only|topic|only about|limit|restrict|narrow|только|тем[ау]|ограничь|сузь)(?!\p{L})|主题|只/u.test(
            s.low,
          ))) &&
      noLeadingQuestion(s) &&
      !s.has("watch"),
  },
  { want: "daily", example: "post a digest here every day at 9", when: wantsDaily },
  ...OWN_LIST,
  {
    want: "brief",
    example: "press review of last week",
    when: (s) => s.has("press") && !firmQuestion(s) && !any(s, "stop", "watch", "told"),
  },
  { want: "compare", example: "compare how Chinese and Russian media tell it", when: wantsCompare },
  { want: "trends", example: "趋势", when: (s) => s.has("trend") && !s.has("watch") && !s.has("told") },
  { want: "coverage", example: "who is covering the forum", when: (s) => s.has("covers") && !s.has("told") },
  {
    want: "story",
    example: "how has this developed",
    when: (s) => s.has("develops") && !any(s, "watch", "told", "summary"),
  },
  {
    want: "feeds",
    example: "list the feeds",
    when: (s) => s.has("feeds") && words(s.low) <= 8 && !s.has("stop"),
  },
  {
    want: "sources",
    example: "which outlets do you cover",
    when: (s) =>
      s.has("outlets") &&
      s.has("yours") &&
      words(s.low) <= 10 &&
      !dated(s) &&
      s.slots.publishers.length === 0 &&
      s.slots.languages.length === 0 &&
      !/скажи|about|про |关于/u.test(s.low),
  },
  {
    want: "status",
    example: "are you working?",
    when: (s) => s.has("status") && words(s.low) <= 9 && !/status of/u.test(s.low),
  },
  { want: "watch", example: "keep an eye on Uzbekistan railways", when: wantsWatch },
  {
    want: "why",
    example: "why did I get number 1",
    when: wantsWhy,
  },
  {
    want: "related",
    example: "more like the first one",
    when: (s, shown) =>
      s.has("related") &&
      (pointedAtAll(s) || (shown && (s.has("this") || /类似|相似|такое же/u.test(s.low)) && short(s))),
  },
  {
    want: "read",
    example: "original link for the first",
    when: (s, shown) =>
      (s.has("link") && (pointedAtAll(s) || (shown && short(s)) || words(s.low) <= 3)) ||
      (pointedAtAll(s) && subjectIn(s, s.places, ["polite", "read"], true) === "") ||
      (pointed(s) && (any(s, "read") || words(s.low) <= 5)) ||
      (shown && pointedAtAll(s) && (s.has("read") || words(s.low) <= 4)) ||
      (s.ids.length > 0 && words(s.low) <= 8),
  },
  {
    want: "read",
    example: "translate the second one",
    when: (s, shown) => s.has("translate") && (pointedAtAll(s) || (shown && s.has("this") && short(s))),
  },
  {
    want: "title",
    example: "open “民意基础坚实 未来发展可期”",
    when: (s) => s.quotes.length > 0 && s.opens("read") && s.slots.titles.length === 0,
  },
  {
    want: "settings",
    example: "show my settings",
    when: (s) =>
      words(s.low) <= 5 &&
      /(?<!\p{L})(?:settings|настройк[иа])(?!\p{L})|设置$/u.test(s.low) &&
      !any(s, "help", "stop", "change"),
  },
  {
    want: "language",
    example: "answer me in Russian from now on",
    when: wantsLanguage,
  },
  {
    want: "open",
    example: "read me the article about the forum",
    when: (s) =>
      (s.opens("open") || (s.has("open") && !firmQuestion(s))) &&
      !s.has("summary") &&
      !s.has("told") &&
      !/^(?:find|search|найди|搜|查)/u.test(s.low) &&
      words(s.low) <= 14,
  },
  {
    want: "search",
    example: "anything on drug trafficking?",
    when: looksFor,
  },
  {
    want: "latest",
    example: "latest five from the Global Times",
    when: wantsLatest,
  },
  {
    want: "latest",
    example: "what's new?",
    when: whatIsNew,
  },
  {
    want: "from",
    example: "что вышло у РИА Новости с 1 июня",
    when: (s) => s.slots.publishers.length > 0 && dated(s),
  },
  {
    want: "digest",
    example: "digest 26 May",
    when: (s) => s.has("summary") && !(firmQuestion(s) && !s.has("happened")),
  },
  {
    want: "happened",
    example: "what happened yesterday",
    when: (s) => s.has("happened") && (dated(s) || words(s.low) <= 7),
  },
  {
    want: "days",
    example: "上周的新闻",
    when: (s) => dated(s) && !firmQuestion(s) && (s.has("news") || (words(s.low) <= 6 && !asks(s))),
  },
  { want: "ask", example: "how many countries took part in the media forum?", when: asks },
  { want: "search", example: "health ministers meeting", when: () => true },
] as const satisfies readonly Row[];

/** The wish that a sentence is. @param shown whether a list was shown before */
export function wantOf(sentence: Sentence, shown: boolean): Want {
  return WANTS.find(({ when }) => (when as Row["when"])(sentence, shown))?.want ?? "search";
}
