/** Sentences that lean on one before them: "It …", "The two …", 双方……, «Стороны …». Alone they say nothing. */
import type { Language } from "../article.ts";

/** Openings that go on from the sentence before, whatever follows. */
const GOING_ON: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:其次|其中|此外|另外|同时|此前|此后|随后|之后|届时|但是?|因此|所以|不过|然而|而且?|并且?|也|还|又|则|他们?|她们?|它们?|这|该|此(?!间)|对此|为此|据此|上述|前者|后者|双方|两国|两人|三方|各方|与会|会上|会前|会后|会间|会谈(?:中|后)|会见(?:中|后)|会议(?!室|中心)|峰会|论坛|活动|仪式|谈判|调查|报告|文件|声明|协议|项目|中心|当天|当日|当地|同日|次日|据介绍|据悉|据了解|他说|我们?)/u,
  en: /^(?:it|they|he|she|we|i|this|these|those|that|such|his|her|their|its|our|both|neither|either|each|some|others?|another|many|most|also|however|but|and|or|so|yet|then|there|here|moreover|meanwhile|still|instead|besides|afterwards?|later|earlier|nor|among them|in (?:addition|particular|response|return|turn|his|her|their|its|this)|as a result|at the (?:same time|meeting|event|forum|summit|ceremony)|according to (?:him|her|them|it)|for (?:example|instance|this|that|his|her|its|their)|on (?:the sidelines|his|her|this)|after (?:that|this|the)|during (?:the|this|his|her)|of (?:these|those|them))(?![\p{L}’'])/iu,
  ru: /^(?:он|она|оно|они|мы|я|это|эт[оаи]|этот|эту|эти[хм]?|этого|этой|этому|того|тот|та|те|тех|такой|такая|такие|таким|так|также|кроме того|однако|но|а|и|или|же|при этом|при нём|вместе с тем|в частности|по (?:его|её|их) (?:словам|мнению)|по словам (?:министра|собеседника|эксперта|чиновника|президента)|его|её|их|оба|обе|обоих|стороны|участники|собеседники|присутствующие|там|здесь|тогда|затем|потом|позже|ранее|после (?:этого|чего|того)|до этого|для этого|поэтому|сам[аои]?|каждый|другой|другая|другие|остальные|встреча|заседание|форум|саммит|мероприятие|церемония|переговоры|документ|соглашение|проект|доклад|центр|опрос|исследование)(?!\p{L})/iu,
};

/** `The event was`, `The two sides`, `The foreign minister`: the article knows which; nothing in the phrase says so. */
const THE = /^The ((?:[\p{Ll}-]+ ){1,4})/u;
/** What ends the noun phrase that `The` begins. */
const VERB =
  /^(?:was|were|is|are|has|have|had|will|would|can|could|may|might|should|also|then|[\p{Ll}]+(?:ed|es)|said|told|took|met|held|began|saw|gave|went|came|made|agreed)$/u;

/**
 * Whether a sentence means nothing without the one before it.
 * @param first whether it opens its article: what it names is new there, and only pronouns lean
 */
export function leans(text: string, language: Language, first: boolean): boolean {
  const plain = text.replace(/^[\s"“”«»「『(（—–-]+/u, "");
  if (first)
    return /^(?:it|they|he|she|this|these|он|она|они|это|他们?|她们?|它们?|这|该)(?!\p{L})/iu.test(plain);
  if (GOING_ON[language].test(plain)) return true;
  if (language !== "en") return false;
  const words = THE.exec(plain)?.[1]?.trim().split(" ") ?? [];
  return words.length > 0 && words.slice(0, 3).some((word) => VERB.test(word));
}

/** Whether somebody speaks in it rather than the news: a quotation, or words of "we" and "I". */
export function isSpeech(text: string): boolean {
  const marks = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const torn = marks(/[“«「]/gu) !== marks(/[”»」]/gu) || marks(/"/g) % 2 === 1;
  return (
    torn ||
    /^[“"«「]/u.test(text) ||
    /(?<!\p{L})(?:we|our|I|my|мы|наш\p{Ll}*|я|мой)(?!\p{L})|我们|我国/u.test(text)
  );
}
