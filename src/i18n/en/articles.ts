/** The words around articles and hits, in English. */

/** Every sentence of such a table is told of a part of the query and of what it was read as. */
const ofPart = <K extends string>(table: Readonly<Record<K, (part: string, readAs: string) => string>>) =>
  table;

export const hits = {
  places: { title: "in the title", body: "in the text", both: "in the title and the text" },
  equal: (term: string, found: string) => `${term} = ${found}`,
  met: (what: string, where: string) => `${what}, ${where}`,
  corrected: (what: string) => `${what} (spelling corrected)`,
  head: ["Query", "Found", "Where", "How", "Weight"],
  title: "title",
  body: "text",
  total: "together",
  factors: {
    coordination: "how much of the query it has",
    wording: "the exact wording",
    recency: "how new it is",
    language: "beside the best in its language",
    meaning: "closeness in meaning",
  },
  near: (degree: string) => `close in meaning: ${degree}`,
  through: {
    written: "as written",
    translation: "translated",
    correction: "corrected",
    pinyin: "pinyin",
    quantity: "same quantity",
    script: "other script",
    related: "related word",
  },
};

export const links = {
  at: (host: string) => `find it at ${host}`,
  page: (host: string) => `find it at ${host} (that day's page)`,
  original: "Open the original",
  kinds: { page: "that day's page", search: "search", home: "home page" },
};

export const article = {
  language: { zh: "Chinese", en: "English", ru: "Russian" },
  undated: "undated",
  seen: "first seen ",
  read: "Read",
  share: "Share this one",
  elsewhere: "Share elsewhere",
};

export const remarks = {
  faults: ofPart({
    "open-quote": (part, as) => `The quote is not closed in ${part}; I read it as ${as}.`,
    "empty-phrase": (part) => `There is nothing between the quotes in ${part}; I left it out.`,
    "lone-minus": () => "A minus stands alone and excludes nothing; write it right before a word: -word.",
    "lone-or": (part) => `${part} needs a word on both sides; I left it out.`,
    "empty-filter": (part) => `${part} has no value; I left it out.`,
    "bad-date": (part, as) =>
      as
        ? `There is no such day in ${part}; I read it as ${as}.`
        : `I cannot read the date in ${part} and left it out. Dates look like 2025-05-26, 2025-05, yesterday or 7d.`,
    "bad-language": (part) => `${part}: I know lang:zh, lang:en and lang:ru; I left it out.`,
    "bad-sort": (part) => `${part}: I know sort:new and sort:best; I left it out.`,
    "unknown-source": (part, as) => `I know no publisher by the name in ${part}; I read it as ${as}.`,
    "not-excludable": (part, as) =>
      as ? `I read ${part} as ${as}.` : `${part} cannot be excluded; I left it out.`,
    repeated: (part, as) => `Of ${part} and ${as} I used the later one.`,
    "too-long": (part, as) => `I read only the first ${as} characters, up to “${part}”.`,
    "too-many-words": (part, as) =>
      `I looked for the first ${as} words only, not for what begins with “${part}”.`,
    "no-words": (part) => `There are no words in “${part}”.`,
    "no-such-phrase": (part) => `No article has “${part}” word for word; I looked for its words.`,
  }),
  corrected: (from: string, to: string) => `No article has “${from}”; I searched for “${to}”.`,
  without: (terms: string) => `Without: ${terms}.`,
  dropped: (terms: string) => `Not found: ${terms}.`,
  cut: "This asks for very much: I looked for the most telling parts only.",
  recent: (articles: number) =>
    `The whole archive does not answer now; only the newest ${articles} articles were searched.`,
  nearest: "The nearest that exists:",
  example: "This would find something: ",
  quote: (text: string) => `“${text}”`,
};
