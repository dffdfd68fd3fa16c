/** Who said what: what a person said is answered by his own words alone. */
import { isAlike } from "../../language/names/alike.ts";
import { inOrder } from "../../language/when/pattern.ts";
import type { Question } from "../question.ts";
import type { Check } from "./constraint.ts";
import { peopleOf } from "./names.ts";

/** Questions for what somebody said, thinks or calls something, as Chinese writes them. */
const ASKS_IN_CHINESE =
  /说(?:了|过)?(?:什么|些什么|哪些|多少)|(?:怎么|如何|怎样)(?:看|评价|形容|说|描述|解释|回应|谈|讲|表态)|打了什么比方/u;
/** What such a question is made of, in order. */
const ASKING: readonly (readonly RegExp[])[] = [
  [
    /\b(?:what|how|why)\b/giu,
    /\b(?:did|does|do|has|have|would)\b/giu,
    /\b(?:sa(?:y|id)|think|see|view|tell|told|call|describe|warn|claim|announce|cite|comment|explain|promise|argue|answer|joke|predict|react|respond|feel)\b/giu,
  ],
  [/说./gu, /什么|多少|哪/gu],
  [
    /(?<!\p{L})(?:что|как|о ч[её]м)(?!\p{L})/giu,
    /(?<!\p{L})(?:сказал|заявил|говор|рассказ|отметил|сообщил|оцени|думает|считает|назвал|пояснил|объяснил|прокомментировал|ответил|отреагировал|отозвал|пообещал)/giu,
  ],
];

/** Whether a text asks for somebody's words. */
function asksForWords(text: string): boolean {
  return ASKS_IN_CHINESE.test(text) || ASKING.some((parts) => inOrder(text, ...parts));
}

/** Whether a question is for somebody's words, whatever they say: a denial answers it too. */
export function asksWords(text: string, { wants }: Question): boolean {
  return wants === "thing" && asksForWords(text);
}

/** The first person that a question names is the one who speaks. */
export const speaker: Check = (asked) => {
  if (!asksForWords(asked.text)) return undefined;
  const [person] = peopleOf(asked);
  return ({ passage, speaker: said }) => {
    const name = said();
    if (person && name) return isAlike(person.name, name) ? "met" : "contradicted";
    if (name !== undefined) return person ? "open" : "met";
    return passage.here.some((one) => one > 0) ? "open" : "contradicted";
  };
};
