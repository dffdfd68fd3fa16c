/** The words of one story, in English. */

export const story = {
  articles: (n: number) => (n === 1 ? "1 article" : `${n} articles`),
  languages: { zh: "Chinese", en: "English", ru: "Russian" },
  undated: "Without a date",
  figures: "New figures:",
  names: "New names:",
  joined: "Also told by:",
  sources: "Who tells it",
  differ: "Figures that disagree",
  chart: "Articles by day",
  more: "More",
  back: "Earlier days",
  compare: "Compare",
  and: (n: number) => `and ${n} more`,
};

/** What went wrong, and what to do. */
export const errors = {
  noStory: (shown: string) =>
    `No story is about “${shown}”. Try fewer or other words; “digest” shows the stories of a day.`,
  notAnInstant: (text: string) => `since needs an instant such as 2025-05-26T01:00:00Z, not “${text}”.`,
  noSuchDay: (text: string) =>
    `The calendar has no day ${text}. Write a day such as 2025-05-26, or today, yesterday, week.`,
  notADay: (text: string) =>
    `I cannot read “${text}” as a day. Write a day such as 2025-05-26, or today, yesterday, week.`,
  tooManyDays: (most: number) =>
    `A digest covers at most ${most} days. Write week, a month such as 2025-05, or 31d.`,
};
