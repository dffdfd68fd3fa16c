/** The words about a translated headline, in English. */

export const translation = { translated: "machine translation" };

/** What went wrong, and what to do. */
export const errors = {
  translatorAway: (why: string) =>
    `The translator cannot be used: ${why}. Everything is shown in its own language.`,
};
