/** The words of closeness in meaning, in English. */

/** What went wrong, and what to do. */
export const errors = {
  notAnswering: (why: string) => `The embeddings server cannot be used: ${why}. Search goes by words alone.`,
};
