/** News that nobody wrote: each item of an outlet has its own instant, headline and text, always the same. */
import { createHash } from "node:crypto";
import type { Language } from "../../../src/article.ts";

export interface NewsItem {
  /** Its number at its outlet, from the oldest on. */
  readonly n: number;
  /** Epoch milliseconds, whole minutes. */
  readonly at: number;
  readonly title: string;
  /** What it is called some hours later; mostly the same. */
  readonly later: string;
  readonly text: string;
  readonly onTopic: boolean;
}

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: `ministers railway border energy trade customs pipeline students forum agreement Bishkek Tashkent Astana Dushanbe
    Beijing Moscow Islamabad harvest cotton water solar bank currency tourism film museum doctors vaccine satellite port
    corridor truck tariff parliament deputies governor investors factory cement steel wheat fertiliser drought glacier
    earthquake rescue training exercise counterterrorism drugs visa airline festival youth language university`.split(
    /\s+/,
  ),
  ru: `министры железная граница энергетика торговля таможня трубопровод студенты форум соглашение Бишкек Ташкент Астана
    Душанбе Пекин Москва Исламабад урожай хлопок вода солнечная банк валюта туризм фильм музей врачи вакцина спутник порт
    коридор грузовик тариф парламент депутаты губернатор инвесторы завод цемент сталь пшеница удобрения засуха ледник
    землетрясение спасатели учения борьба терроризм наркотики виза авиакомпания фестиваль молодежь язык университет`.split(
    /\s+/,
  ),
  zh: `部长 铁路 边境 能源 贸易 海关 管道 学生 论坛 协议 比什凯克 塔什干 阿斯塔纳 杜尚别 北京 莫斯科 伊斯兰堡 丰收 棉花 水资源
    太阳能 银行 货币 旅游 电影 博物馆 医生 疫苗 卫星 港口 走廊 卡车 关税 议会 代表 州长 投资 工厂 水泥 钢铁 小麦 化肥 干旱 冰川
    地震 救援 训练 演习 反恐 毒品 签证 航空 节日 青年 语言 大学`.split(/\s+/),
};
const TOPIC: Readonly<Record<Language, string>> = {
  en: "the Shanghai Cooperation Organization",
  ru: "ШОС",
  zh: "上海合作组织",
};
const STOP: Readonly<Record<Language, readonly [string, string]>> = {
  en: [" ", "."],
  ru: [" ", "."],
  zh: ["", "。"],
};

/** Numbers below 2^32 that a name decides. */
function* numbers(seed: string): Generator<number, never> {
  for (let round = 0; ; round++) {
    const hash = createHash("sha256").update(`${seed} ${round}`).digest();
    for (let at = 0; at < 32; at += 4) yield hash.readUInt32BE(at);
  }
}

/**
 * @param outlet a name that no other has; a text names its item by it, so that no text is another's
 * @param share of items on the topic
 * @param inTitle a list has headlines alone: they name the topic
 */
export function newsItem(
  outlet: string,
  language: Language,
  { n, at, share, inTitle }: { n: number; at: number; share: number; inTitle: boolean },
): NewsItem {
  const random = numbers(`${outlet} ${n}`);
  const words = WORDS[language];
  const [gap, stop] = STOP[language];
  const some = (count: number) =>
    Array.from({ length: count }, () => words[random.next().value % words.length] ?? "").join(gap);
  const onTopic = random.next().value / 2 ** 32 < share;
  const mark = markOf(outlet, n);
  const about = onTopic && inTitle ? `${language === "en" ? "SCO summit" : TOPIC[language]}${gap}` : "";
  const title = `${about}${some(5)}${gap || " "}${mark}`;
  const sentences = Array.from({ length: 4 }, () => `${some(11)}${stop}`).join(gap);
  const said = onTopic ? `${TOPIC[language]}${gap}${some(4)}${stop}${gap}` : "";
  const edited = random.next().value % 10 === 0;
  const later = edited
    ? `${title}${gap || " "}${language === "zh" ? "更新" : language === "ru" ? "обновлено" : "updated"}`
    : title;
  return { n, at, title, later, text: `${said}${sentences}${gap}${mark}${stop}`, onTopic };
}

/** What stands in headline and text of one item and nowhere else. */
export function markOf(outlet: string, n: number): string {
  const name = createHash("sha256")
    .update(outlet)
    .digest("hex")
    .slice(0, 5)
    .replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));
  return `${name}x${n.toString(36)}q`;
}
