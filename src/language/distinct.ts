/** English words whose stem by rule is that of another word (news, new; international, internal), with one of their own. */

/** A stem, then the forms that have it. */
const STEMS = `
internat international internationally|news news|importan important importance|authorit authority authorities
universit university universities|generation generation generations|generat generate generates generated generating
generator generator generators|organs organ organs|communit community communities
communis communist communists communism|communicat communication communications communicate communicates communicated
experiment experiment experiments experimental|executive executive executives|arms arms|goods goods|customs customs
emergency emergency emergencies|transition transition transitions transitional|competent competent competence
conference conference conferences|mineral mineral minerals|severe severe severely|united united
aide aide aides|training training trainings|digital digital|missing missing|universal universal
initiative initiative initiatives|initial initial initially|objective objective objectives
directive directive directives|publication publication publications|hospitality hospitality|personal personal personally
physician physician physicians|reservation reservation reservations|planting planting plantings
general general generally|generals generals|relative relative relatives|relatively relatively
`;

const BY_WORD = new Map<string, string>(
  STEMS.trim()
    .split(/[|\n]/)
    .flatMap((row) => {
      const [stem = "", ...forms] = row.split(" ");
      return forms.map((form): [string, string] => [form, stem]);
    }),
);

/** The stem of a folded English word that is kept apart from others; undefined where the rule serves. */
export function distinctStem(word: string): string | undefined {
  return BY_WORD.get(word);
}
