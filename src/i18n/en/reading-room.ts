/** The words of the page itself; everything else on it is the bot's reply, in English. */

export const page = {
  topic: "The Shanghai Spirit",
  about: "News about the Shanghai Cooperation Organization, from Chinese, English and Russian publishers.",
  search: "Search documents",
  go: "Search",
  newest: "Newest articles",
  home: "All articles",
  days: (zone: string) => `Days and times are those of ${zone}.`,
  feed: "Atom feed",
  language: "Language",
  gone: "There is no such page. Search for what you were looking for, or begin with the newest articles.",
  busy: "Please wait a moment and load the page again.",
  failed: "This page could not be made. Please try again.",
  skip: "To the articles",
};

/** What went wrong, and what to do. */
export const errors = {
  whereItIs: (address: string) => `To look at the articles in a browser: ${address}`,
};
