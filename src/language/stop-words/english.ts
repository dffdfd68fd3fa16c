/** English words that carry no meaning of their own. Add one here; the next build indexes anew. */
import list from "natural/lib/natural/util/stopwords.js";

/** What natural's list lacks. "May" and "us" stay words: they are a month and a country. */
const ALSO = `
nor yet else hers herself whose done having shall will would ought not no just even ever either neither
across against along among around behind beneath beside beyond except inside onto outside throughout till
toward towards upon via within without although though unless whether however therefore thus hence
per cant wont im ive id youre theyre weve dont doesnt didnt isnt wasnt arent werent hadnt hasnt havent
shouldnt wouldnt couldnt mustnt whats whos whom`;

export const ENGLISH_STOP_WORDS: readonly string[] = [...list.words, ...ALSO.trim().split(/\s+/)].filter(
  (word) => /\p{L}/u.test(word),
);
