/** The words of what the bot understood, in English. */

export const confirm = {
  summary: (days: string, time: string, zone: string) => `Summary ${days} at ${time} (${zone})`,
  changed: "Change the summary of this channel",
  time: "time",
  days: "days",
  zone: "time zone",
  topic: (topic: string) => `only “${topic}”`,
  language: (language: string) => `written in ${language}`,
  say: "says so when nothing is new",
  off: "Stop the daily summary here",
  pauseUntil: (day: string) => `No summary here until ${day}`,
  pause: "No summary here until you say: daily resume",
  resume: "Send the daily summary here again",
  watch: (query: string) => `Watch “${query}” here`,
  every: (n: number) => `at most one message in ${n} minutes`,
  found: (n: number) => `articles on it so far: ${n}`,
  none: "no article so far is on it",
  unwatch: (query: string) => `Stop watching “${query}” here`,
  forget: "Remove what I keep about you; what you set up in channels stays, without your name",
  settings: (name: string, value: string, whom: string) => `Set ${name} to ${value} ${whom}`,
  sources: (value: string) => `Leave out here (-) or show again (+): ${value}`,
  names: { language: "language", zone: "time zone", quiet: "quiet hours", audience: "who sees answers" },
  whom: { me: "for you", channel: "for this channel" },
  seen: { me: "you alone", channel: "everybody" },
  offValue: "none",
  set: "Set it up",
  change: "Change",
  stop: "Stop it",
  save: "Save it",
  remove: "Remove it",
  feeds: { add: "Read this feed:", remove: "No longer read this feed:" },
  saved: { add: "Put on this channel's list:", remove: "Take off this channel's list:" },
  feedOn: "A feed of what this channel follows, under a secret address",
  feedOff: "End the feed of what this channel follows",
  asLine: "As a command:",
};

/** What is asked back where the bot is not sure. */
export const QUESTIONS = {
  stop: "What shall I stop? Say, for example: stop the daily summary, or: stop watching Central Asia energy",
  schedule: "What shall I send, and how often? Say, for example: a summary every day at 8",
  times:
    "I set one time at once. Which shall I begin with? Say, for example: a summary every day at 8, and then the other one.",
  denied:
    "I have changed nothing. What is set here, daily and watching show; to stop something, say for example: stop the daily summary",
  language: "Which language: Chinese, English or Russian? Say, for example: settings language ru",
  among:
    "I take this as talk among you and change nothing. To have me do something, say it plainly, for example: stop the daily summary",
  day: "The calendar has no such day. Which day do you mean? Write it, for example, as 2026-06-30",
  future: "That day is still to come. Which day shall the summary be of?",
  watch: "What shall I watch? Say, for example: watch Central Asia energy",
  which: "Which article do you mean? Search for it first, or give its number in the list or its id.",
  place: "The list that I showed last has no such number. Which article do you mean?",
  summary:
    "Shall I show today's summary? Then say: digest. Or shall something change? Say, for example: stop the daily summary",
  change:
    "What shall be different about the summary: its time, days, topic or language? Say, for example: move the daily summary to 9:30",
  zone: "Which time zone? Say, for example: settings zone Asia/Shanghai",
  quiet: "From when to when shall it be quiet? Say, for example: quiet hours from 22:00 to 7:00",
  search: "What shall I look for? Say a few words, for example: health ministers",
  question: "What do you want to know? Say, for example: ask how many countries took part?",
  subject: "Of which subject? Say a few words, for example: compare media forum",
  again: "I am not sure what you want. Say it in other words, for example: search media forum, or: help",
  person: "Whose words? Say a name, for example: quotes Sohail Khan",
  before: "There is nothing before this that it could go on from. What do you mean?",
};

/** What the bot does not do, with the nearest thing that it can. */
export const NOTES = {
  channel: "I can set this up only for the channel in which it is said. To have it elsewhere, say it there.",
  time: "No time was said, so I took 9:00.",
  evening: "No time was said, so I took 18:00.",
};

/** What went wrong, and what to do. */
export const errors = {
  mail: "I send no mail and print nothing: I answer only here. The nearest: a press brief to copy or pass on, brief week.",
  writing:
    "I write no texts of my own: I find articles and quote them. The nearest: a press brief with numbered sources, brief week, or a search on the subject.",
  deleting:
    "I do not take messages back; whoever manages the channel can delete them. To stop what I send here, say for example: stop the daily summary",
  everyOtherDay:
    "I cannot leave out every other day. The nearest: days of the week, for example: a summary every Monday, Wednesday and Friday at 8",
  elsewhere:
    "I only know the news about the Shanghai Cooperation Organization. Try for example: latest, or: help",
};
