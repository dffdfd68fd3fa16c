/** The words of stories, briefs, comparisons and quotations, in English. */

export const brief = {
  title: (days: string, topic: string) => `Press brief · ${days}${topic && ` · ${topic}`}`,
  asOf: (when: string, zone: string) => `As of ${when} (${zone})`,
  contents: "Contents",
  counts: (stories: number, articles: number) =>
    `${stories === 1 ? "1 story" : `${stories} stories`}, ${articles === 1 ? "1 article" : `${articles} articles`}`,
  sources: "Sources",
  differ: "Figures that disagree",
  undated: "undated",
  languages: { zh: "Chinese", en: "English", ru: "Russian" },
  none: (days: string) => `No news for ${days}.`,
  written: (file: string) => `The brief is in ${file}.`,
};

export const comparison = {
  title: (headline: string) => `Compared: ${headline}`,
  languages: { zh: "In Chinese", en: "In English", ru: "In Russian" },
  unknown: "Of publishers whose country is not known",
  onlyNames: "Only here:",
  onlyFigures: "Figures only here:",
  silent: {
    zh: "Nothing in Chinese so far.",
    en: "Nothing in English so far.",
    ru: "Nothing in Russian so far.",
  },
  alone: "Only one side has told of it so far.",
};

export const news = {
  title: "New since you looked",
  since: (when: string) => `since ${when}`,
  first: "in the last 24 hours; you look here for the first time",
  long: (when: string) => `in the last seven days; you looked ${when}`,
  away: "in the last 24 hours; when you last looked cannot be told at the moment",
  none: (when: string) => `Nothing new ${when}.`,
  figures: "New figures:",
  before: (when: string) => `Since ${when}`,
  latest: "The newest articles",
  more: "More",
  back: "Back",
};

export const stories = {
  articles: (n: number) => (n === 1 ? "1 article" : `${n} articles`),
  stories: (n: number) => (n === 1 ? "1 story" : `${n} stories`),
  sources: (n: number) => (n === 1 ? "1 publisher" : `${n} publishers`),
  fresh: "new",
  earlier: (day: string, n: number) => (n === 1 ? `1 earlier, on ${day}` : `${n} earlier, since ${day}`),
  differ: "Figures differ:",
  read: "Read",
};

export const quotes = {
  title: (person: string, about: string) => (about ? `${person} on “${about}”` : `What ${person} said`),
  none: (person: string, about: string) =>
    about ? `No article quotes ${person} on “${about}”.` : `No article quotes ${person}.`,
  named: (n: number) => (n === 1 ? "1 article has the name." : `${n} articles have the name.`),
  several: (person: string) => `Several people are called ${person}. Whom do you mean?`,
  reported: "in the article's words",
  also: (names: string) => `Also: ${names}`,
  more: "Earlier",
  back: "Newer",
  search: "Search the articles",
  everything: "On everything",
  list: ", ",
};

export const summary = {
  heading: (days: string, topic: string) => `Digest · ${days}${topic && ` · ${topic}`}`,
  summary: (days: string, counts: string, headline: string) => `${days}: ${counts}. First: ${headline}`,
  fresh: (n: number, instant: string) =>
    n === 0 ? `nothing new since ${instant}` : `${n} new since ${instant}`,
  quiet: (days: string, topic: string) => `Quiet: no news${topic && ` on “${topic}”`} for ${days}.`,
  nearest: (day: string) => ` The nearest day with news is ${day}:`,
  never: " There is none on any other day either.",
  meant: "Did you mean: ",
  translate: "Translate",
  cut: "That may be so because nothing could be fetched. ",
  more: "More",
  back: "Back",
};
