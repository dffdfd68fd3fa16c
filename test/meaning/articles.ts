/** Articles of three languages about six subjects, ten of each language. */
import type { Article, Language } from "../../src/article.ts";

const TEXTS: Readonly<Record<Language, readonly (readonly [title: string, body: string])[]>> = {
  en: [
    [
      "Bank grants loan for the link",
      "The money for the link comes from a loan that two ministries will pay back.",
    ],
    [
      "Corridor opens in spring",
      "The railway corridor through the mountains opens in spring, engineers say.",
    ],
    ["Doctors meet in Almaty", "Doctors spoke about hospital care and health insurance."],
    ["Festival shows forty films", "The cinema festival ends with a film from Tajikistan."],
    ["Grain harvest above plan", "The wheat harvest in the north is above plan."],
    ["Troops finish exercise", "The army exercise ended on Friday near the river."],
    ["Second doctors' congress", "A hospital for children opens after the doctors' congress."],
    ["Train drivers trained", "Forty train drivers were trained on the new railway."],
    ["Cinema school opens", "Students of film come from six states."],
    ["Wheat leaves by ship", "Grain is shipped through two ports."],
  ],
  zh: [
    ["银行为项目发放贷款", "项目资金来自贷款，两部门共同出资。"],
    ["走廊明年春天开通", "山区铁路走廊将于明年春天开通。"],
    ["医生在阿拉木图开会", "医生讨论医院和卫生保障问题。"],
    ["电影节展映四十部影片", "电影节以塔吉克斯坦电影闭幕。"],
    ["粮食收成超计划", "北部小麦收成超过计划。"],
    ["军队结束演习", "演习周五在河边结束。"],
    ["第二届医生大会", "医生大会后儿童医院开业。"],
    ["火车司机培训", "四十名司机在新铁路上受训。"],
    ["电影学校成立", "六国学生学习电影。"],
    ["小麦装船外运", "粮食经两个港口外运。"],
  ],
  ru: [
    ["Банк выдал кредит на проект", "Деньги на проект — кредит, который платит казна двух ведомств."],
    ["Коридор откроют весной", "Железнодорожный коридор через горы откроют весной."],
    ["Врачи собрались в Алма-Ате", "Врачи говорили о больницах и здоровье."],
    ["Фестиваль покажет сорок фильмов", "Кинофестиваль завершит фильм из Таджикистана."],
    ["Зерна собрали больше плана", "Пшеницы на севере собрали больше плана."],
    ["Войска завершили учения", "Учения армии завершились в пятницу у реки."],
    ["Второй съезд врачей", "После съезда врачей откроется детская больница."],
    ["Машинистов обучили", "Сорок машинистов обучили на новой железной дороге."],
    ["Открылась школа кино", "Фильмам учатся студенты шести стран."],
    ["Пшеница уходит морем", "Зерно вывозят через два порта."],
  ],
};

export const articles: readonly Article[] = (["en", "zh", "ru"] as const).flatMap((language) =>
  TEXTS[language].map(
    ([title, body], n): Article => ({
      ...{ id: `${language}${n}`, title, body, source: "", url: null, language, kind: "article", copies: [] },
      published: new Date(Date.parse("2026-11-01T00:00:00Z") + n * 86_400_000).toISOString(),
    }),
  ),
);
