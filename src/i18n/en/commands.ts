/** The words of single commands, in English. */

export const articles = {
  removed: (title: string) => `Taken out, also when its feed brings it again: ${title}`,
  corrected: (title: string, fields: string) => `Put right (${fields}): ${title}`,
  nothing: "Say what is right: articles correct ID --url https://… (or --title, --source, --date, --text)",
};

export const ask = {
  lost: "There is no question before this one here. Ask one, for example: ask who leads the SCO?",
};

export const coverage = {
  title: (query: string) => (query ? `Who covers “${query}”` : "Who covers the organization"),
  none: (query: string) => `Nobody has written about “${query}” so far.`,
  head: ["Publisher", "Language", "Country", "Articles", "First"],
  languages: { zh: "Chinese", en: "English", ru: "Russian" },
  counts: (n: number, publishers: number) =>
    `${n === 1 ? "1 article" : `${n} articles`} · ${publishers === 1 ? "1 publisher" : `${publishers} publishers`}`,
  first: (name: string) => `First: ${name}`,
  more: (n: number) => `and ${n} more`,
};

export const discordRegister = {
  everywhere: (n: number) => `Discord has /sco with ${n} subcommands now, for all servers.`,
  there: (n: number, guild: string) => `Discord has /sco with ${n} subcommands now, in the server ${guild}.`,
};

export const doctor = {
  title: "Doctor",
  well: "All is well.",
  could: "Nothing has to be done; the lines with ! say what could be better.",
  todo: (n: number) => `To be done: ${n}`,
};

export const exporting = {
  done: (n: number, file: string) => `${n === 1 ? "1 article" : `${n} articles`} written to ${file}.`,
};

export const feedback = {
  thanks: "Thank you. It is counted without your name.",
  enough: "Thank you. That is as many as I count for one person in a day; please go on tomorrow.",
  unknown: "There is no such article here, so there is no answer to rate.",
};

export const feeds = {
  added: (source: string, url: string) => `Now following ${source}: ${url}`,
  removed: (source: string) => `No longer following ${source}.`,
  unknown: "This feed is not followed; type feeds to see which ones are.",
  url: (action: string) => `Say which feed: feeds ${action} https://example.org/feed.xml`,
  shell: "Trying all feeds takes minutes. Whoever runs the bot does it in the shell: npx sco feeds check",
  forbidden:
    "Only those who run the bot may test, add and remove feeds; whoever does can put you into SCO_OPERATORS.",
};

export const fetch = {
  fresh: "new",
  updated: "updated",
  duplicate: "duplicate",
  offTopic: "off topic",
  failed: "failed",
  unchanged: "unchanged",
  skipped: "not asked",
  head: ["", "New", "Updated", "Duplicate", "Off topic", "Failed"],
  all: "All feeds",
  none: "No feeds are followed. Follow one with: feeds add https://example.org/feed.xml",
};

export const forget = {
  ask: "This removes your settings here and takes your name off what you set up in channels. To do it, write: forget me",
  done: (n: number) =>
    n === 0
      ? "There was nothing about you to forget."
      : `Forgotten: ${n === 1 ? "1 entry" : `${n} entries`} about you. What you set up in channels goes on without your name.`,
};

export const help = {
  title: "What I can do",
  groups: { read: "Read", stories: "Stories", follow: "Follow", setup: "Set up" },
  bare: "Say it in your own words, or as one of these lines. ",
  more: "help <command> shows its options and examples.",
  shell: "In the shell: npx sco …",
  options: "Options",
  examples: "Examples",
  also: (names: readonly string[]) => `Also called: ${names.join(", ")}`,
};

export const importing = {
  counts: (fresh: number, known: number) =>
    `${fresh} new ${fresh === 1 ? "article" : "articles"}, ${known} already there.`,
  none: "No article could be read.",
  faults: (n: number) => (n === 1 ? "One could not be read:" : `${n} could not be read:`),
  remarks: "Left out:",
  log: "The corpus cannot be written here; the articles are in the log of fetched articles.",
};

export const latest = {
  title: (n: number) => (n === 1 ? "The newest article" : `The newest ${n} articles`),
  none: "There are no articles yet.",
  nothing: "There are no such articles. Try another publisher or an earlier day.",
  more: "More",
};

export const read = {
  related: "Related",
  why: "Why",
  excerpt: "excerpt",
  summary: "summary",
  translate: "Translate",
  story: (facts: string) => `Part of a story: ${facts}`,
  whole: "The whole story",
  save: "Save",
  untranslated: "There is no translation of this text.",
};

export const related = {
  title: (title: string) => `Related to “${title}”`,
  none: (title: string) => `No other article speaks of what “${title}” does.`,
};

export const say = {
  line: "would run",
  ask: "would ask",
  nothing: "would answer in one short line",
  sure: "certain",
  unsure: "a guess",
};

export const search = {
  none: (query: string) => `Nothing matches “${query}”.`,
  beyond: (page: number, pages: number) => `There is no page ${page}; the last one is ${pages}.`,
  empty:
    "There is nothing in this query to look for. Type words, a “phrase”, or a filter such as on:yesterday.",
  found: (n: number) => (n === 1 ? "1 article" : `${n} articles`),
  range: (from: number, to: number) => `${from}–${to}`,
  previous: "Previous",
  next: "Next",
  last: "Last page",
};

export const sources = {
  title: "Publishers",
  head: ["Publisher", "Also", "Country", "Articles", "Newest"],
  none: "–",
  others: "Known, without articles yet: ",
};

export const status = {
  title: "Status",
  articles: "Articles",
  newest: "Newest article",
  feeds: "Feeds",
  meaning: "Compared by meaning",
  waiting: (n: number) => (n === 0 ? "all" : `being prepared, ${n} steps to go`),
  state: "State",
  well: "Everything works.",
  unread: "Could not be read",
  none: "–",
  degraded: "Degraded",
  rated: "Answers rated",
  doubted: "Answer in doubt",
};

export const trends = {
  title: (query: string, days: string) => `${query ? `“${query}”` : "All articles"} · ${days}`,
  none: (query: string, days: string) => `Nothing about “${query}” in ${days}.`,
  articles: (n: number) => (n === 1 ? "1 article" : `${n} articles`),
  languages: { zh: "Chinese", en: "English", ru: "Russian" },
};

export const why = {
  why: (query: string) => `Why “${query}” finds this article`,
  not: (query: string) => `“${query}” does not find this article.`,
  filters: (filters: string) => `It passes ${filters}.`,
  weights: "Show weights",
};

/** What went wrong, and what to do. */
export const errors = {
  noneSaved:
    "Nothing is saved yet that a brief could be made of. Press Save under an article, or write: saved add ID",
  notAnId: (guild: string) =>
    `--guild cannot be “${guild}”; it wants a server's id, 15 to 20 digits (right-click the server, Copy Server ID).`,
  noToken: "DISCORD_TOKEN is not set; put the bot's token into .env or the environment first.",
  cannotWrite: (file: string, why: string) =>
    `${file} cannot be written (${why}); name a file in a folder that exists.`,
  unknownCommand: (typed: string, guess: string) =>
    `There is no command “${typed}”. Did you mean “${guess}”?`,
  noName: (shown: string) =>
    `“${shown}” is no name. Say whose words you want: quotes Sergey Lavrov about energy`,
};
