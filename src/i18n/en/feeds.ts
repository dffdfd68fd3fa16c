/** The words about feeds, in English. */

export const feeds = {
  title: "Feeds",
  head: ["Feed", "How it is", "Newest", "Polled", "Address"],
  conditions: {
    new: "not read yet",
    fresh: "fine",
    quiet: "quiet",
    stale: "stale",
    odd: "odd",
    failing: "failing",
    retired: "retired",
  },
  count: (n: number) => (n === 1 ? "1 feed" : `${n} feeds`),
  empty: "No feeds are followed. Follow one with: feeds add https://example.org/feed.xml",
  items: (n: number, kept: number) => `${n === 1 ? "1 item" : `${n} items`}, of which ${kept} would be kept`,
  untitled: "(no title)",
  more: (n: number) => `… and ${n} more`,
  others: (n: number) => `${n} more`,
  problems: "Remarks",
  none: "–",
  packs: "Groups of feeds",
  packHead: ["Group", "What it is", "Feeds", "Followed"],
  kinds: { pack: "pack", language: "language", country: "country" },
  choose: "SCO_PACK says which groups are followed: SCO_PACK=core,extra · SCO_PACK=zh,ru · SCO_PACK=KZ",
  checkHead: ["Feed", "Followed", "Items", "Kept", "Newest", "What is to be done", "Address"],
  yes: "yes",
  no: "no",
  guess: "a guess",
  fine: "nothing",
  believed: "nothing; it was a guess, and is followed from now on",
  checked: (fine: number, n: number) => `${fine} of ${n} feeds work from here`,
};

/** What went wrong, and what to do. */
export const errors = {
  stale: (day: string | undefined) => `Its newest item is of ${day}; it no longer lives`,
  undated: "None of its items has a date; its pages have to be read for them",
  waiting: "The server asked not to be asked again yet (Retry-After)",
  retired: "The publisher has withdrawn this feed (410); it is no longer asked",
  staleSince: (day: string | undefined) =>
    `It answers, but its newest item is of ${day}; look for a living feed`,
  silent: (days: number, often: boolean, n: number) =>
    `Nothing for ${days} days; usually ${often ? `${n} a day` : `one in ${n} days`}`,
  text: "text",
  wrongEntry: (number: number, field: string, wanted: string) => `feed ${number}: ${field} wants ${wanted}`,
  noList: "it wants a list of feeds, each with its url",
  otherLanguage: (before: string, language: string) =>
    `Its language changed suddenly from ${before} to ${language}; its items are not kept until it is added again.`,
  otherSize: (size: number, before: number) =>
    `It suddenly has ${size} items instead of ${before}; they are not kept until it is added again.`,
  noPack: (name: string, everything: string, all: string) =>
    `SCO_PACK: no group of feeds is called “${name}”; there are ${everything}, ${all}`,
  busy: "Another replica is polling it",
  notPolled: (why: string) => `Feeds could not be polled (${why}); it is tried again.`,
  badList: (fault: string) => `${fault}. Correct it and start again.`,
};

/** What a field wants that got something else. */
export const entryWants = {
  address: "an address that begins with http:// or https://",
  open: "an address without a user name and password",
  pack: "a word of small Latin letters such as core",
  language: "one of zh, en, ru",
  zone: "a time zone such as Asia/Shanghai",
  clock: "local (believe the hour, not the offset) or stated",
  keep: "excerpt or full",
  agent: "a User-Agent of at most 200 plain characters",
  mapping: "title, and perhaps items, url, date, text and id, each with a path such as $.data.list",
  path: "a path such as $.data.list",
  truth: "true or false",
};

/** What is wrong with a feed or one of its items, and what was done about it. */
export const PROBLEMS = {
  broken: () => "The feed's markup is broken; what could be read was read",
  truncated: () => "The feed breaks off before its end",
  junk: () => "There is something before or after the feed that does not belong to it; it is ignored",
  entities: () => "The feed declares entities of its own; they are not expanded",
  encoding: (what: string) => `The feed says it is ${what}, which is not true; the right encoding was found`,
  empty: () => "The feed has no items",
  tooMany: (what: string) => `Only the first ${what} items were read`,
  tooDense: () => "The feed has more markup than text; only its beginning was read",
  index: (what: string) => `The page has no feed; its links like ${what} were read instead`,
  unreadable: () => "The item's markup could not be read; it is left out",
  mended: () => "The item's markup is broken; it was mended and may lack something",
  nothing: () => "The item has neither a title nor a text; it would not be kept",
  noLink: () => "The item has no link; it would be kept without one",
  badLink: (what: string) => `The item's link “${what}” is not a web address; it is left out`,
  noDate: () => "The item has no date",
  badDate: (what: string) => `The item's date “${what}” cannot be read`,
  future: (what: string) => `The item's date “${what}” is in the future and is not believed`,
  ahead: (what: string) =>
    `Its newest item is dated ${what} minutes ahead and counts as now; where the publisher writes its own hour with a wrong offset, write clock: local`,
  duplicate: () => "The item repeats an earlier one; it would be kept once",
  sharedId: () => "The item has the id of an earlier, different one; they are told apart by their links",
  offTopic: (what: string) => `The item does not match the filter “${what}”; it would not be kept`,
};
