/** The words about the archive, in English. */

export const archive = {
  title: "The archive",
  rows: {
    index: "index",
    articles: "articles",
    behind: "on their way",
    replicas: "copies beside the first",
    snapshot: "newest snapshot",
  },
  none: "none yet; the service makes it, or “index rebuild”",
  stale: "The index was made by another version of the analysis. Run: npx sco index rebuild",
  parked: (n: number) => `Not taken by the engine (${n}):`,
  others: (names: string) => `Kept for going back: ${names}`,
  rebuilt: (name: string, n: number) => `${name} is in use, with ${n} articles.`,
  back: (name: string) => `${name} is kept; docs/scaling.md says how to go back to it and how to remove it.`,
  verified: (checked: number, missing: number, removed: number) =>
    `${checked} articles of the log were looked for: ${missing} were missing and were sent again, ${removed} were there though removed and were taken out.`,
  bar: (bar: string, done: number, of: number) => `${bar} ${done} of ${of}`,
};

/** What went wrong, and what to do. */
export const errors = {
  isNone: "SCO_SEARCH_URL is no OpenSearch (2.19 or newer is needed); correct the address, or unset it.",
  notLetIn: "OpenSearch refuses the name or password; correct SCO_SEARCH_USER and SCO_SEARCH_PASSWORD.",
  tooOld: (version: string) => `OpenSearch ${version} is too old; 2.19 or newer is needed.`,
  notAllowed: (why: string) =>
    `SCO_SEARCH_USER may not use OpenSearch as the bot must (${why}); give it the role in docs/scaling.md.`,
  otherMapping: (alias: string) =>
    `OpenSearch has “${alias}” with another mapping; set SCO_SEARCH_PREFIX to a name of its own, or remove it there.`,
  full: (why: string) =>
    `OpenSearch takes no articles: its disk is too full (${why}). Make room there; they wait in the article log.`,
  overloaded: (why: string) => `OpenSearch is too busy (${why}); the bot tries again by itself.`,
  filling:
    "The archive in OpenSearch is being filled; until then the newest articles are searched in memory.",
  notAnswering: (why: string) =>
    `OpenSearch does not answer as it should (${why}); the newest articles are searched in memory.`,
  noArchive: "There is no archive in OpenSearch here: set SCO_SEARCH_URL to its address (docs/scaling.md).",
  lacking: (name: string, articles: number, had: number) =>
    `The new index ${name} has ${articles} articles and the old one ${had}; it was not taken into use. Look at “index status” for what was not taken.`,
};
