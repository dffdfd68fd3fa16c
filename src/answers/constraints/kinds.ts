/** The kind of thing that is wanted: a sum, an age, a share, tonnes; a sentence without one does not answer. */
import { offers } from "../question.ts";
import type { Check } from "./constraint.ts";

/** Kinds of quantities: how they are asked for, and how they are told. */
const QUANTITIES: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  {
    asked: /\b[Hh]ow old\b|多大年纪|多大岁数|几岁|多少岁|(?<!\p{L})[Сс]колько лет(?= \p{Lu})/u,
    told: /\baged \d|\byears? old\b|-year-old\b|, \d\d,|\d岁|岁的|\d[- ]?летн|(?:дцати|десяти)\p{L}{0,20}летн|(?<!\p{L})(?:возраст|исполнил|(?:старш|младш)\p{L}+[^.]{0,12}\d)|, \d\d[,.]/iu,
  },
  {
    asked:
      /\bwhat (?:percentage|percent|share|proportion)\b|百分之几|多大比例|(?:比例|占比|份额|率)(?:是|为|达到?)?多少|(?<!\p{L})(?:как\p{L}+ дол(?:я|ю|и|е|ей)(?!\p{L})|сколько процентов|какой процент)/iu,
    told: /[%％]|per ?cent|百分之|成(?![立员为功本长效果])|(?<!\p{L})(?:процент|треть|четверть|половин|дол)|\b(?:half|third|quarter|fifth|tenth)s?\b|半/iu,
  },
  {
    asked:
      /多少[万亿]?(?:度电|千瓦时)|\bhow (?:many|much) (?:\p{L}+ )?(?:kilowatt-hours|electricity|kwh)\b|сколько (?:\p{L}+ )?(?:киловатт-час|электроэнерги)/iu,
    told: /度|(?<!每)千瓦时|(?<!per |a )(?:\b[kmgt]wh\b|\p{L}{0,8}watt[- ]hours?)|(?<!за )киловатт-час|втч|квт·ч/iu,
  },
  {
    asked: /(?<!\p{L})гектар|公顷|\bhectares?\b/iu,
    told: /(?<!\p{L})(?:гектар|га(?!\p{L}))|公顷|亩|\bhectares?\b|\bha\b|平方公里/iu,
  },
  {
    asked: /(?<!\p{L})(?:сколько )тонн|多少[万亿]?吨|\bhow many (?:tonnes|tons)\b/iu,
    told: /(?<!\p{L})(?:тонн|т(?=[\s.,]))|吨|\btonn?e?s?\b/iu,
  },
  {
    asked: /(?<!\p{L})(?:сколько|на сколько) (?:суток|дней)|几天|多少天|\bhow many days\b/iu,
    told: /(?<!\p{L})(?:сут|дн|день)|天|日|\bdays?\b/iu,
  },
  {
    asked: /(?<!\p{L})(?:сколько|на сколько) месяцев|几个月|多少个月|\bhow many months\b/iu,
    told: /(?<!\p{L})месяц|个月|\bmonths?\b/iu,
  },
  {
    asked:
      /(?<!\p{L})(?:сколько|каков\p{L}+|какой|какая) (?:киломе|км|длин|протяж)|多少公里|\bhow (?:many kilomet|long is the (?:tunnel|line|road|railway|bridge))/iu,
    told: /(?<!\p{L})(?:км|километр|метр|м(?=[\s.,]))|公里|米|\b(?:km|kilomet|met(?:er|re)|miles?)/iu,
  },
  {
    asked:
      /多少钱|多少[万亿]?[美欧]?元|奖金(?:是|有)?多少|\bhow much (?:money|does|did) .{0,200}\bcost|\bprice\b|\bprize money\b|(?<!\p{L})(?:сколько стоит|какую сумму|какова стоимость|какая цена)/iu,
    told: /[$€£¥₽]|元|卢布|坚戈|索莫尼|\b(?:dollars?|yuan|euros?|roubles?|rubles?|tenge|soms?|soums?|rupees?|cents?)\b|(?<!\p{L})(?:доллар|юан|евро|рубл|тенге|сом|сум(?!м)|рупи)/iu,
  },
];

/** Which states: two of them at least must be named. */
const STATES =
  /\bwhich (?:\p{L}+ )?(?:countries|states|nations)\b|哪[些几](?:个)?(?:成员)?国(?:家)?|(?<!\p{L})как(?:ие|их|им) (?:\p{L}+ )?(?:стран|государств)/iu;

/** Who does something may be a country or a body. */
const PLACES: ReadonlySet<string> = new Set(["country", "place"]);
const ACTORS: ReadonlySet<string> = new Set(["country", "body", "person"]);

/** Whether the sentence has the kind of thing that is wanted; for a quantity, in a unit of that kind. */
export const kind: Check = ({ text, question, entities }) => {
  const units = QUANTITIES.filter(({ asked }) => asked.test(text));
  if (units.length === 0 && question.wants === "thing" && !STATES.test(text)) return undefined;
  const states = STATES.test(text);
  const asked = new Set(entities.map(({ id }) => id));
  return (told) => {
    if (states && new Set(told.entities.flatMap(({ kind, id }) => (kind === "country" ? [id] : []))).size < 2)
      return "contradicted";
    if (units.some(({ told: unit }) => !unit.test(told.text))) return "contradicted";
    if (question.wants === "place" && told.entities.some((one) => PLACES.has(one.kind) && !asked.has(one.id)))
      return "met";
    if (question.wants === "person" && told.entities.some(({ kind }) => ACTORS.has(kind))) return "met";
    return offers(told.text, question.wants) > 0 ? "met" : "contradicted";
  };
};
