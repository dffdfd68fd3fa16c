/** The words of the measurements, in English. */

export const answers = {
  title: (n: number, articles: number) => `${n} judged questions over ${articles} articles`,
  head: ["", "Questions", "Right first", "Right in three", "Refused"],
  all: "answerable",
  cross: "across languages",
  refusal: (recall: string, precision: string, n: number) =>
    `Of ${n} unanswerable questions ${recall} % were refused; ${precision} % of the refusals were due.`,
  speed: (p50: string, p99: string) => `A question takes ${p50} ms at the median and ${p99} ms at p99.`,
  invented: (n: number) => `Sentences that are not in their article: ${n}.`,
};

export const sayings = {
  title: (n: number) => `${n} judged sayings`,
  head: ["Kind", "Sayings", "Right"],
  overall: "overall",
  harmful: (n: number) => `Misunderstood, and something would be changed without asking: ${n}.`,
};

export const search = {
  title: (queries: number, articles: number) => `${queries} judged queries over ${articles} articles`,
  head: ["Kind", "Queries"],
  overall: "overall",
  speed: (p50: string, p99: string, build: number, rss: number) =>
    `A query takes ${p50} ms at the median and ${p99} ms at p99. Built in ${build} ms; ${rss} MB resident.`,
  nothing: (queries: number, share: string) =>
    `Of ${queries} queries with nothing to find ${share} % found nothing.`,
  unknown: (keys: string) => `No article has this id or title: ${keys}`,
};

export const sheet = { missed: "Not right" };

export const stories = {
  title: (stories: number, articles: number) => `${stories} judged stories of ${articles} articles`,
  head: ["Part", "Precision", "Recall", "B³ F1"],
  overall: "overall",
  mixed: "Mixed:",
  parted: "Fell apart:",
  unknown: (ids: string) => `No dated article has this id: ${ids}`,
};

/** What went wrong, and what to do. */
export const errors = {
  noSet: (name: string, sets: string) =>
    `There is no judged set “${name}”. Sets are ${sets}; a folder with a split.json works too.`,
  nothingOf: (kind: string) =>
    `This set has nothing of the kind “${kind}”. Run it without --kind to see its kinds.`,
  unreadableFile: (file: string, reason: string) => `I cannot use the judged file ${file}: ${reason}`,
};
