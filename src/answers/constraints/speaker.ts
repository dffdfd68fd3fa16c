/** Who said what: what a person said is answered by his own words alone. */
import { isAlike } from "../../language/names/alike.ts";
import type { Question } from "../question.ts";
import type { Check } from "./constraint.ts";
import { peopleOf } from "./names.ts";

/** Questions for what somebody said, thinks or calls something. */
const ASKS_WORDS =
  /\b(?:what|how|why)\b.{0,200}\b(?:did|does|do|has|have|would)\b.{0,200}\b(?:sa(?:y|id)|think|see|view|tell|told|call|describe|warn|claim|announce|cite|comment|explain|promise|argue|answer|joke|predict|react|respond|feel)\b|说(?:了|过)?(?:什么|些什么|哪些|多少)|(?:怎么|如何|怎样)(?:看|评价|形容|说|描述|解释|回应|谈|讲|表态)|打了什么比方|说.+(?:什么|多少|哪)|(?<!\p{L})(?:что|как|о ч[её]м)(?!\p{L}).*(?<!\p{L})(?:сказал|заявил|говор|рассказ|отметил|сообщил|оцени|думает|считает|назвал|пояснил|объяснил|прокомментировал|ответил|отреагировал|отозвал|пообещал)\p{L}*/iu;

/** Whether a question is for somebody's words, whatever they say: a denial answers it too. */
export function asksWords(text: string, { wants }: Question): boolean {
  return wants === "thing" && ASKS_WORDS.test(text);
}

/** The first person that a question names is the one who speaks. */
export const speaker: Check = (asked) => {
  if (!ASKS_WORDS.test(asked.text)) return undefined;
  const [person] = peopleOf(asked);
  return ({ passage, speaker: said }) => {
    const name = said();
    if (person && name) return isAlike(person.name, name) ? "met" : "contradicted";
    if (name !== undefined) return person ? "open" : "met";
    return passage.here.some((one) => one > 0) ? "open" : "contradicted";
  };
};
