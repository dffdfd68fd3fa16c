/** The words of articles that cannot be read, kept or found, in English. */

/** What went wrong, and what to do. */
export const errors = {
  logUnavailable: (path: string, why: string) =>
    `New articles cannot be written to ${path} (${why}); they are lost when the bot stops.`,
  logDamaged: (first: string) =>
    `Lines of the article log cannot be read and are left out (the first: ${first}).`,
  logUnreadable: (why: string) =>
    `The article log cannot be read (${why}); new articles of earlier days may be missing.`,
  noArticle: (typed: string, example: string) =>
    `There is no article “${typed}”. Ids look like ${example}; “latest” and “search” show them.`,
  unwritable: (folder: string, reason: string) =>
    `The folder ${folder} cannot be written to (${reason}). Choose another with --to.`,
  noId: (action: string) =>
    `Say which article: saved ${action} ID (ids stand beside the articles of “search” and “latest”).`,
  listChanged: "Somebody changed this list at the same moment, so nothing was saved. Please try once more.",
  isFull: (most: number) =>
    `This list has ${most} articles, which is as many as it takes. Remove some first: saved`,
  noFile: "Name the file for the list: search … --as csv --out list.csv",
  atMost: (most: number) => `at most ${most} characters`,
  text: "text",
  faultAt: (place: string, fault: string) => `${place}: ${fault}`,
};

/** Why an article or a file of articles cannot be read; each names what it wants instead. */
export const UNREADABLE = {
  empty: "the file is empty",
  binary: "the file is binary, not text",
  noEncoding: "it is damaged, or in an encoding that is not known; save it as UTF-8",
  lostCharacters: (count: number) => `characters in it that are broken and were left out: ${count}`,
  decoded: (encoding: string) =>
    `it is not UTF-8 and was read as ${encoding}; if its words are wrong, save it as UTF-8`,
  missing: "there is no such file or folder",
  forbidden: "it may not be read by this user",
  emptyFolder: "the folder has no .md, .jsonl or .txt files",
  noFrontMatter: "it does not begin with front matter (a line of three dashes)",
  openFrontMatter: "its front matter does not end with a line of three dashes",
  noFields: "its front matter has no fields",
  noForm: "it is neither JSON, nor Markdown with front matter, nor a topic page",
  brokenJson:
    "it is one JSON array or object, and it is broken (a comma or a bracket is missing or too many)",
  noList: "it is one JSON object that holds neither an article nor one list of articles",
  severalLists: "it holds several lists of articles; keep one in the file",
  notAnObject: "it is not an object with a title or a body",
  nothing: "it has neither a title nor a body",
  noTitle: "it has no title",
  noBody: "it has no text (body)",
  unknownField: (field: string, known: string, more: number) =>
    `its field “${field}” means nothing here and was left out${more > 0 ? ` (in ${more} more articles too)` : ""}; known are ${known}`,
  otherFile: "it is no .md, .json, .jsonl or .txt file and was left out",
  tooLarge: (megabytes: number) => `it is larger than ${megabytes} MB; split it`,
  notJson: (start: string) => `the line is not JSON (it begins ${start})`,
  notYaml: (why: string) => `its front matter is not YAML: ${why}`,
  repeated: (id: string) => `it is the article ${id} once more; it is kept once`,
  taken: (id: string) => `its id "${id}" belongs to an earlier article`,
  takenBy: (id: string, title: string) => `its id "${id}" belongs to another article: ${title}`,
  noDate: (written: string) => `its date "${written}" is not one; write it like 2025-05-25T22:13:00Z`,
  wrongField: (field: string, got: string, wants: string) => `its ${field} is ${got}; it wants ${wants}`,
};

/** What a field wants that got something else. */
export const fieldWants = {
  id: "an id of 1 to 64 letters, digits and . _ : -",
  url: "an address that begins with http:// or https:// and has no password in it",
  published: "a date such as 2025-05-25T22:13:00Z",
  kind: "one of article, excerpt, summary",
  copies: "a list",
  formerTitles: "a list",
};
