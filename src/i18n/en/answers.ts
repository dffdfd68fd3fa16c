/** The words of answers, in English. */

export const answer = {
  notHere: "The articles do not answer that.",
  days: "What happened then is told by the summary of those days.",
  noMore: "The articles say nothing more about that.",
  nearest: "The nearest articles are:",
  apart: "These are several questions; each alone may be answered:",
  watch: "Watch for it",
  digest: "Summary of these days",
  published: "Published then:",
  more: "More",
  read: "Read",
  good: "👍",
  bad: "👎",
  sources: "The answer is from:",
  undated: "undated",
  phrased: "In other words, checked against the sentences below:",
};

/** What went wrong, and what to do. */
export const errors = {
  notPhrased: (reason: string) =>
    `The model's last paragraph was not shown: ${reason}. Answers show the articles' own sentences.`,
};
