/** A sentence answers by what it says beyond the question: one that only repeats it adds nothing. */
import type { Check } from "./constraint.ts";

/** Letters that a sentence must have besides the words it shares with the question; a Han character counts as three. */
const LEAST = 12;

export const adds: Check =
  ({ question }) =>
  ({ text, passage }) => {
    let own = "";
    let from = 0;
    for (const [start, end] of passage.marks) {
      own += `${text.slice(from, start)} `;
      from = end;
    }
    own += text.slice(from);
    const han = own.match(/\p{Script=Han}/gu)?.length ?? 0;
    const words = own.match(/(?!\p{Script=Han})\p{L}{4,}/gu)?.join("").length ?? 0;
    const figures =
      question.wants === "thing" || question.wants === "reason" ? 0 : (own.match(/\p{Nd}/gu)?.length ?? 0);
    return han * 3 + words + figures * LEAST >= LEAST ? "met" : "contradicted";
  };
