/** What something is: a sentence that defines it, not one that only names it. */
import type { Check } from "./constraint.ts";

const ASKED =
  /^\s*what(?:\s+is|['’]s|\s+are|\s+does)\s+(?!the (?:\p{L}+ )?(?:name|number|capital|salary|population|price|cost|value|size|length|reason|purpose|share|rate|result|date)\b)[^?]{2,60}\?*$|是什么(?:意思|东西|组织)?[？?]?$|什么(?:是|叫)|指的?是?什么|内涵|含义|(?<!\p{L})что (?:такое|значит|означает|это за)(?!\p{L})/iu;
/** How a sentence goes on after what it defines. */
const DEFINES =
  /^["”»’'》]?\s{0,3}(?:[（(][^)）]*[)）]\s{0,3})?(?:,?\s*(?:which |that )?(?:is|are|was|means?|refers? to|stands? for|consists?|comprises?|describes?|tells?|warns?|an?|the)\b|\s*[—–-]+\s*(?:это\s)?|\s*это\s|,?\s*(?:означает|представляет|состоит|называ\p{L}+|котор\p{L}+)|[,，]?(?:是|指|即|意味|主张|倡导|讲述|的核心|的内涵|内涵|包括|包含)|[：:])/iu;
/** What it is made of, told before its name: "互信、互利、平等"的"上海精神". */
const LISTED = /[、,][^。；]{2,60}["”»]的["“«]?$/u;
const NAMED =
  /名为|称为|叫做|所谓|\b(?:called|known as|dubbed)\b|(?<!\p{L})(?:назва\p{L}+|так называем\p{L}+)/iu;

export const definition: Check = ({ text, question }) => {
  if (question.wants !== "thing" || !ASKED.test(text)) return undefined;
  return ({ text: sentence, passage }) => {
    const defined = passage.marks.some(
      ([start, end]) => LISTED.test(sentence.slice(0, start)) || DEFINES.test(sentence.slice(end)),
    );
    return defined || NAMED.test(sentence) ? "met" : "contradicted";
  };
};
