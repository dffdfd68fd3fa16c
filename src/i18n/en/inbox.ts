/** The words around every reply, in English. */

export const reply = {
  share: "Share to channel",
  meant: (line: string) => `I searched for these words. Did you mean: ${line}`,
  instead: "Yes, do that",
  sorry: (id: string) =>
    `Something went wrong on my side. Please try again; if it stays so, tell whoever runs the bot: ${id}`,
};

export const welcome = {
  hello:
    "I find and follow news about the Shanghai Cooperation Organization in Chinese, English and Russian. Mention me with a question, or begin here:",
  today: "Today's news",
  search: "Search",
  daily: "Every morning",
};

/** What went wrong, and what to do. */
export const errors = {
  tooLong: (length: number, longest: number) =>
    `That is ${length} characters; ${longest} is the most I read. Please shorten it.`,
  tooMany: (words: number, most: number) =>
    `That is about ${words} words; ${most} is the most I read at once. Please shorten it.`,
  tooDifferent: (different: number, most: number) =>
    `That is about ${different} different words; ${most} is the most I look for at once. Please leave some out.`,
  onlyInShell: (name: string) => `${name} is only for the shell of whoever runs the bot.`,
  restarting: "I am being restarted and did not get to this. Please ask again in a minute.",
  busy: (seconds: number) =>
    `That is a lot at once. Please ask again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  noOperators: (wrong: number, forms: string) =>
    `Entries of SCO_OPERATORS that give nobody a right: ${wrong}. Write each person as ${forms}.`,
  tooManyArguments: (name: string, text: string, example: string) =>
    `${name} does not know what to do with “${text}”. Try: ${example}`,
  missing: (name: string, what: string, example: string) => `${name} needs ${what}. Try: ${example}`,
  wrong: (about: string, text: string, wanted: string) =>
    `${about}: “${text}” does not fit here. Write ${wanted}.`,
  unknownOption: (name: string, typed: string, guess: string | undefined, all: string) =>
    `${name} has no option ${typed}. ${guess ? `Did you mean --${guess}?` : `It has ${all}.`}`,
};
