/** Verbs of saying, and how a sentence that has one tells who speaks, in Chinese, English and Russian. */

/** A finite verb of saying in a text: a half-open UTF-16 range. */
export interface Saying {
  readonly start: number;
  readonly end: number;
  /** "Did not say", "refused to say": nothing is said. */
  readonly denied: boolean;
}

const HAN =
  /(?:补充说|回答说?|答道|坦言|直言|写道|告诉|表示|指出|强调|认为|透露|介绍|宣布|解释|提到|重申|呼吁|警告|承认|回应|评价|谈到|提醒|预计|希望|主张|建议|(?<![小学传据游演解劝])说(?!明|法|服)|(?<![名职简全对俗堪统昵尊])称(?!为|号|呼|赞)|(?<![访慰顾疑学过])问(?!题|世|候|卷|责))/gu;
const ENGLISH =
  /\b(?:said|says|told|added|noted|stressed|stated|announced|argued|warned|claimed|explained|insisted|acknowledged|conceded|admitted|confirmed|recalled|joked|quipped|replied|answered|asked|wrote|emphasi[sz]ed|underlined|pointed out|described|urged|promised|pledged|expects|expected|believes|thinks|thought|suggested|declared|remarked|observed|commented|[Aa]ccording to|called (?=the|it|this|for|on))\b/gu;
const RUSSIAN =
  /(?<!\p{L})(?:(?:сказал|заявил|отметил|сообщил|подчеркнул|добавил|рассказал|пояснил|уточнил|признал|напомнил|объяснил|указал|заметил|возразил|ответил|спросил|заверил|предупредил|призвал|пообещал|назвал|подтвердил|оценил|пошутил|предложил|посоветовал|написал|объявил|констатировал|резюмировал|выразил|парировал|воскликнул|опасал(?=ся|ась))(?:[аио]|ся|ась)?|признал(?:ся|ась)|считает|уверена?|полагает|утверждает|говорит|обещает|думает|по (?:(?:её|ее|его|их) )?(?:словам|мнению|оценке|данным|утверждению))(?!\p{L})/giu;

/** Words before a verb that take it back. */
const BACK =
  /(?:没有?|未|并未|不愿|不肯|拒绝|不|无法|尚未)$|\b(?:not|never|n['’]t|declined to|refused to|than|as|is|are|was|were|be|been|being)\s+$|(?<!\p{L})не\s+(?:стал\p{L}*\s+)?$|\b(?:whether|if)\s[^,.;]*$|(?:\bden(?:y|ies|ied)\b|(?<!\p{L})(?:опроверг|отрица)|否认)[^,.;，。；]*$/iu;

/** The verbs of saying in a sentence, outside of its quotations. */
export function sayingsIn(sentence: string): readonly Saying[] {
  const patterns = /\p{Script=Han}/u.test(sentence)
    ? [HAN]
    : /\p{Script=Cyrillic}/u.test(sentence)
      ? [RUSSIAN]
      : [ENGLISH];
  const plain = withoutQuotations(sentence);
  return patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ 0: verb, index }) => ({
      start: index,
      end: index + verb.length,
      denied: BACK.test(plain.slice(Math.max(0, index - 60), index)),
    })),
  );
}

const QUOTATION = /“[^”]*(?:”|$)|«[^»]*(?:»|$)|"[^"]*(?:"|$)|「[^」]*(?:」|$)/gu;

/** A sentence with its quotations blanked, so that places stay. */
export function withoutQuotations(sentence: string): string {
  return sentence.replace(QUOTATION, (quotation) =>
    `\u0001${"\u0002".repeat(Math.max(0, quotation.length - 2))}\u0001`.slice(0, quotation.length),
  );
}

/** Places of the quotations of a sentence that are long enough to be somebody's words. */
export function quotationsIn(sentence: string): readonly (readonly [number, number])[] {
  return [...sentence.matchAll(QUOTATION)]
    .filter(({ 0: quotation }) =>
      /\p{Script=Han}/u.test(quotation) ? quotation.length > 8 : /\s\S+\s/u.test(quotation),
    )
    .map(({ 0: quotation, index }) => [index, index + quotation.length] as const);
}
