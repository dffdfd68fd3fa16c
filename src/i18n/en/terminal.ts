/** The words of the terminal, in English. */

export const chat = {
  hello: (n: number) =>
    `sco-bot · ${n === 1 ? "1 article" : `${n} articles`} about the Shanghai Cooperation Organization`,
  hint: "Type what you look for, or: latest, digest, help. Tab completes; Ctrl+D leaves.",
};

/** What went wrong, and what to do. */
export const errors = {
  needsValue: (name: string) => `--${name} needs a value.`,
  unusable: (name: string, got: string, examples: string) =>
    `--${name} cannot be “${got}”. Write, for example: ${examples}.`,
};
