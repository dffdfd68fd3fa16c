/** The words of the language room, in English. */

/** What works less well without a source of translations, and what to do. */
export const missing = {
  glossary: "The glossary (corpus/glossary.tsv) cannot be read: names are not found across languages.",
  dictionary:
    "There is no compiled dictionary (npm run build makes it): search reads each language by itself.",
};

/** What went wrong, and what to do. */
export const errors = {
  tooLarge: "larger than 2 MB",
  unreadableGlossary: (path: string, reason: string) => `SCO_GLOSSARY: ${path} cannot be read: ${reason}.`,
  badGlossaryLine: (line: number, path: string) =>
    `SCO_GLOSSARY: line ${line} of ${path} is not used. It needs a kind (body, document, person, place, event, idea, media, term), names in Chinese, English and Russian, and pinyin, parted by tabs; a column may be empty, not all three.`,
};
