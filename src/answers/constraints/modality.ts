/** Whether a thing was done or is planned, and whether it is affirmed or denied, in the question and in the sentence. */
import { either } from "../../language/word-rows.ts";
import { offers, type Wants } from "../question.ts";
import type { AnalyzedSentence, Check } from "./constraint.ts";
import { CHINESE_DENIALS, ENGLISH_DENIALS, RUSSIAN_DENIALS } from "./denial-rows.ts";
import { asksWords } from "./speaker.ts";

const PLANNED =
  /\b(?:(?<!\b(?:that|which|who) )will|shall|(?:is|are|was|were) (?:to|due|set|expected|scheduled|slated|likely)|to be|plans?|planned|intends?|aims? to|proposed|proposal|would|may|might|postponed|delayed|ahead of)\b|将(?!军|近|士|领)|计划|拟(?!定)|预计|有望|打算|即将|定于|推迟|建议|(?<!\p{L})(?:буд(?:ет|ут)|планиру\p{L}+|намер\p{L}+|предсто\p{L}+|ожидается|намечен\p{L}*|запланирован\p{L}*|предлож\p{L}+|перенес\p{L}+|отлож\p{L}+|готов\p{L}*(?=\s\p{L}+ть)|собира\p{L}+)(?!\p{L})/iu;
const PAST =
  /^(?:when|where|who|what|which|how|why|whose|in|on|at|by|from|did|was|were|has|have)\b.*\b(?:did|was|were|has|have|had)\b|^(?:did|was|were)\b|^who \w+(?:ed|won|led|took|met|said|gave|held|went|came|sent|built|bought|sold|made|told)\b|了(?!解)|(?<!不|通|超)过(?!程|境|渡|去|海|年)|曾|是(?:几|哪|什么时候|何时|谁|怎么|在)[^？?]{0,200}的[？?]?$|(?<!\p{L})\p{L}{2,}(?:л|ла|ло|ли|лся|лась|лось|лись)(?!\p{L})/iu;
const FUTURE =
  /\b(?:will|going to|is due|are due|is to|are to|would|plans?|planned|intends?|expected|supposed|scheduled|next)\b|将(?!军|近)|会(?=[^议谈晤员长])|打算|计划|预计|什么时候才|下[一次届]|明年|(?<!\p{L})(?:буд(?:ет|ут)|планиру\p{L}+|намер\p{L}+|собира\p{L}+|намечен\p{L}*|предстоит|должн?\p{L}{0,2}|следующ\p{L}+)(?!\p{L})/iu;
/** Verbs whose object may well be a plan. */
const SPEECH =
  /\b(?:say|said|tell|told|promis|propos|announc|plan|offer|advis|warn|demand|suggest|ask|call|agree|decid|expect|estimat|think|want)\w*|说|表示|提[出议]|承诺|宣布|建议|要求|警告|同意|认为|怎么看|(?<!\p{L})(?:сказ|заяв|обещ|предл|объяв|потреб|совет|реш|соглас|договор|счит|дум|хо[тч]|пообещ|оцен)\p{L}+/iu;
/** By its words a sentence denies; what follows them may make a limit of them ("not only"). */
const DENIED = new RegExp(
  [
    `\\b(?:${either(ENGLISH_DENIALS)})\\b(?! (?:be expected )?(?:more|less|only|until|before|later|earlier|exceed\\w*|just|least)\\b)`,
    "n['’]t\\b",
    either(CHINESE_DENIALS),
    `(?<!\\p{L})(?:${either(RUSSIAN_DENIALS)})(?!\\p{L})`,
  ].join("|"),
  "iu",
);
/** A sentence that only says that something is not told. */
const UNDISCLOSED =
  /\b(?:n['’]t|not|declined to|refused to|without|yet to be) (?:\w+ly )?(?:yet )?(?:been )?(?:disclos|reveal|say|said|nam|specif|giv|publish|comment|releas|announc|determin|decid|known|clear|discuss|agreed|elaborat|taking questions)\w*|(?:没有?|未|尚未|拒绝|不愿|并未|暂未)[^，。；]{0,6}(?:说明|透露|公布|披露|公开|回应|确定|决定|讨论|提及|评论|明确|表态|谈|商定|选定|达成)|(?<!\p{L})не (?:стал\p{L}* |был\p{L}* |будет )?(?:назв|раскры|сообщ|уточн|указ|оглаш|извест|определ|обсужд|реш|коммент|говор|согласова|выбра|приводи)\p{L}*|отказал\p{L}{1,4} (?:назвать|сообщить|комментировать|отвечать)/iu;

const YES_NO =
  /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may)\b|吗[？?]?$|是否|有没有|是不是|(?<!\p{L})ли(?!\p{L})|^(?:правда|верно)/iu;

/** A question about what was done is not answered by what is only planned. */
export const done: Check = ({ text }) => {
  if (!PAST.test(text) || FUTURE.test(text) || SPEECH.test(text)) return undefined;
  return (told) => (PLANNED.test(told.text) ? "contradicted" : "met");
};

/** A question that says that something did not happen wants a sentence that says so, and the other way round. */
export const denial: Check = ({ text, question }) => {
  if (YES_NO.test(text.trim())) return undefined;
  if (DENIED.test(text))
    return (told) =>
      DENIED.test(told.text) ? "met" : DENIED.test(told.beside.text) ? "open" : "contradicted";
  if (question.wants === "reason" || asksWords(text, question)) return undefined;
  return (told) => (deniedHere(told) ? "contradicted" : "met");
};

/** What somebody says is not so. */
const REFUTED =
  /\bden(?:y|ies|ied) (?:that|reports|rumou?rs|having|any)\b|否认|(?<!\p{L})(?:опроверг\p{L}*|отрица\p{L}+|не соответству\p{L}+)|\brefuted\b|并不准确|不实|\b(?:is|are|was|were) (?:wrong|false|untrue)\b/iu;

/** What a sentence keeps back, or says is not so, it does not answer. */
export const disclosure: Check = ({ text, question }) => {
  if (YES_NO.test(text.trim()) || DENIED.test(text) || question.wants === "reason") return undefined;
  const free = asksWords(text, question);
  return (told) =>
    keepsBack(told.text, question.wants) || (!free && REFUTED.test(told.text)) ? "contradicted" : "met";
};

/** Whether a text says that something is not told, and has nothing of the kind that is wanted in another part. */
function keepsBack(text: string, wants: Wants): boolean {
  if (!UNDISCLOSED.test(text)) return false;
  const parts = text.split(/(?<=[,，;；:：—])(?!\d)/u);
  const told = parts.filter((part) => !UNDISCLOSED.test(part)).join("");
  return wants === "thing" || parts.length < 2 || offers(told, wants) === 0;
}

/** Whether a clause that meets words of the question is denied. */
function deniedHere({ text, passage }: AnalyzedSentence): boolean {
  let from = 0;
  for (const clause of text.split(/(?<=[,，;；:：—])/u)) {
    const to = from + clause.length;
    if (DENIED.test(clause) && passage.marks.some(([start]) => start >= from && start < to)) return true;
    from = to;
  }
  return false;
}
