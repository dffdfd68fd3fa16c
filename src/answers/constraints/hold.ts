/** Holds all constraints of a question against a sentence. */
import { inSlices } from "../../slices.ts";
import { adds } from "./adds.ts";
import type { AnalyzedQuestion, AnalyzedSentence, Check, Verdict } from "./constraint.ts";
import { definition } from "./definition.ts";
import { focus } from "./focus.ts";
import { kind } from "./kinds.ts";
import { denial, disclosure, done } from "./modality.ts";
import { names } from "./names.ts";
import { numbers } from "./numbers.ts";
import { offices } from "./offices.ts";
import { opposites } from "./opposites.ts";
import { ordinals } from "./ordinals.ts";
import { bodies, countries, events, places } from "./places.ts";
import { roles } from "./roles.ts";
import { speaker } from "./speaker.ts";
import { upcoming, years } from "./years.ts";

export const CHECKS = {
  countries,
  bodies,
  places,
  events,
  names,
  offices,
  years,
  ordinals,
  numbers,
  focus,
  opposites,
  roles,
  done,
  denial,
  disclosure,
  kind,
  speaker,
  adds,
  definition,
  upcoming,
} as const satisfies Readonly<Record<string, Check>>;

export type Verdicts = Readonly<Partial<Record<keyof typeof CHECKS, Verdict>>>;

/** Reads the constraints of a question; what comes back holds them against a sentence. */
export async function constraintsOf(asked: AnalyzedQuestion): Promise<(told: AnalyzedSentence) => Verdicts> {
  const holds: { readonly name: string; readonly held: (told: AnalyzedSentence) => Verdict | undefined }[] =
    [];
  await inSlices(Object.entries(CHECKS), ([name, check]: [string, Check]) => {
    const held = check(asked);
    if (held) holds.push({ name, held });
  });
  return (told) =>
    Object.fromEntries(
      holds.flatMap(({ name, held }) => {
        const verdict = held(told);
        return verdict === undefined ? [] : [[name, verdict]];
      }),
    );
}
