/** Words that exclude each other: export and import, east and west, monthly and yearly. */
import { type Check, type Verdict, worst } from "./constraint.ts";

/** Each line is one choice: ways of saying each of its values in Chinese, English and Russian. */
const CHOICES: readonly (readonly RegExp[])[] = [
  [
    /出口(?!处)|\bexports?\b|\bexport(?:ed|ing|er)|экспорт/iu,
    /进口(?!处)|\bimports?\b|\bimport(?:ed|ing|er)|импорт/iu,
  ],
  [
    /东[部侧边口端翼面岸线]|\beast(?:ern)?\b(?! asia)|восточн|восток/iu,
    /西[部侧边口端翼面岸线]|\bwest(?:ern)?\b|западн(?!ог)|запад/iu,
    /南[部侧边口端翼面岸线]|\bsouth(?:ern)?\b|южн/iu,
    /北[部侧边口端翼面岸线]|\bnorth(?:ern)?\b|северн(?!\p{L}*-)/iu,
  ],
  [
    /夏[季天日]|\bsummer|(?<!\p{L})лет(?:ом|н\p{L}+)(?!\p{L})/iu,
    /冬[季天日]|\bwinter|зим(?:ой|н|ы|у)/iu,
    /春[季天]|(?:in|this|next|the) spring\b|весн/iu,
    /秋[季天]|\bautumn|осен/iu,
  ],
  [
    /最后|末批|\blast\b(?! (?:year|month|week))|\bfinal\b|последн/iu,
    /首[批期日笔次]|头[一两]|第一[批期笔]|\bfirst\b|\binitial\b|перв(?:ый|ая|ое|ые|ого|ой|ых|ую|ым)(?! заместител)/iu,
  ],
  [
    /每月|月均|月度|一个月|\bmonthly\b|\b(?:a|per|each|every) month\b|ежемесячн|в месяц(?!\p{L})|за месяц/iu,
    /每年|年均|年度|一年|全年|\bannual|\byearly\b|\b(?:a|per|each|every) year\b|ежегодн|в год(?!\p{L})|за год/iu,
    /每[日天]|日均|\bdaily\b|\b(?:a|per|each|every) day\b|ежедневн|в (?:день|сутки)(?!\p{L})/iu,
    /每周|\bweekly\b|\b(?:a|per|each|every) week\b|еженедельн|в неделю/iu,
    /季度|\bquarter(?:ly)?\b|квартал/iu,
    /每秒|\b(?:a|per) second\b|в секунду/iu,
  ],
  [/男[子性]|\bmen(?:'s)?\b|мужчин|мужск/iu, /女[子性]|\bwomen(?:'s)?\b|женщин|женск/iu],
  [
    /总共|一共|共计|合计|\bin total\b|\baltogether\b|\boverall\b|(?<!\p{L})всего(?! лишь)|в общей сложности|в целом/iu,
    /首日|第一天|当天|\bon the first day\b|\bfirst (?:\d+ |two |three )?(?:days?|hours?)\b|в первый день|за первые/iu,
  ],
  [
    /增[加长幅]|上升|上涨|增多|\b(?:rose|rise|risen|grew|grow|growth|increase\w*|climb\w*)\b|вырос|рост|увелич/iu,
    /减少|下降|下跌|降低|\b(?:fell|fall|fallen|drop\w*|declin\w*|decreas\w*|shrank)\b|сниз|сократ|упал|уменьш/iu,
  ],
];
export const opposites: Check = (asked) => {
  const chosen = CHOICES.flatMap((values) => {
    const wanted = values.filter((value) => value.test(asked.text));
    const [value] = wanted;
    return value && wanted.length === 1 ? [{ values, value }] : [];
  });
  if (chosen.length === 0) return undefined;
  return (told) =>
    worst(
      chosen.map(({ values, value }): Verdict => {
        if (value.test(told.text)) return "met";
        if (values.some((other) => other.test(told.text))) return "contradicted";
        return value.test(told.beside.text) || value.test(told.title.text) ? "met" : "open";
      }),
    );
};
