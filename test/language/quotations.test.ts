/** Who said what: statements with their speakers, and what nobody said. */
import { describe, expect, test } from "@jest/globals";
import { peopleIn } from "../../src/language/quotations/people.ts";
import { statementsIn } from "../../src/language/quotations/quotations.ts";
import { sentences } from "../../src/language/sentences.ts";

const told = (body: string, title = "") =>
  statementsIn(body, title).map(({ mark, speaker, form }) => [speaker, form, body.slice(...mark)]);

describe("a statement has its speaker", () => {
  test.each([
    ["Anna Petrova, head of the port, said the quay would open.", "Anna Petrova"],
    ["The quay will open in May, Anna Petrova told reporters.", "Anna Petrova"],
    ["According to Anna Petrova, the quay will open.", "Anna Petrova"],
    ['"We are late," joked Anna Petrova, head of the port.', "Anna Petrova"],
    ["中国财政部副部长吴清远表示，银行将开业。", "吴清远"],
    ["据海关官员贾姆希德·拉赫马托夫介绍，车辆增加了。", "贾姆希德·拉赫马托夫"],
    ["Порт откроют в мае, сообщила директор Анна Петрова.", "Анна Петрова"],
    ["По словам директора Анны Петровой, порт откроют в мае.", "Анны Петровой"],
    ["«Мы опоздали», — пошутила Анна Петрова.", "Анна Петрова"],
  ])("%s", (body, speaker) => {
    expect(told(body).map(([name]) => name)).toEqual([speaker]);
  });

  test.each([
    "Anna Petrova did not say who would pay.",
    "Anna Petrova denied that the port had closed.",
    "Ships were later than promised at Port Said.",
    "吴清远没有说明资金何时到账。",
    "Анна Петрова не уточнила, кто заплатит.",
    "Анна Петрова вручила школе автобус.",
  ])("nobody's words: %s", (body) => {
    expect(told(body)).toEqual([]);
  });

  test("a pronoun means who spoke last, and not whom somebody asked", () => {
    const body =
      'Dilbar Yusupova told parliament the deal was done. Deputy Rustam Holmatov asked her about the price. "Nothing is free," she answered.';
    expect(told(body).map(([name]) => name)).toEqual([
      "Dilbar Yusupova",
      "Rustam Holmatov",
      "Dilbar Yusupova",
    ]);
  });

  test("a quotation of several sentences keeps its speaker to its end", () => {
    const body = "阿里·汗说：“我们来晚了。可是我们来了。”会议结束。";
    expect(told(body).map(([name]) => name)).toEqual(["阿里·汗", "阿里·汗"]);
  });
});

test("in a column only what is quoted is another's, and what I say is the author's", () => {
  const body =
    'By Meera Sundaram. Mr Anand Kaul, in effect, tells the poor to wait. I counted nine houses. "We are late again," Anand Kaul said.';
  expect(told(body, "Column: houses")).toEqual([
    ["Meera Sundaram", "reported", "I counted nine houses."],
    ["Anand Kaul", "quoted", '"We are late again," Anand Kaul said.'],
  ]);
});

test("in an interview the questions are the interviewer's", () => {
  const body =
    "Министр Анна Петрова рассказала о порте. — Когда откроют порт? — В мае, если не подведёт погода. — А дорогу? — Дорогу раньше.";
  expect(
    told(body, "Петрова: порт откроют")
      .slice(1)
      .map(([name]) => name),
  ).toEqual(["", "Анна Петрова", "", "Анна Петрова"]);
});

test.each([
  ['"Late!" said Ali Khan. He left.', 2],
  ["«Поздно?» — спросил Али Хан. Он ушёл.", 2],
  ["“健康是共同追求。”秘书长叶尔梅克巴耶夫说。会议结束。", 2],
  ["他说：“来晚了。”巴基斯坦代表离开会场。", 2],
])("a quotation and who says it are one sentence: %s", (text, count) => {
  expect(sentences(text)).toHaveLength(count);
});

test.each([
  ["They met Bakhtiyor Saidov in Moscow.", ["Bakhtiyor Saidov"]],
  ["外交部副部长本塔维·蓬马占说", ["本塔维·蓬马占"]],
  ["顾问孙美兰宣读了贺信", ["孙美兰"]],
  ["The Shanghai Cooperation Organization met.", []],
])("people in %s", (text, names) => {
  expect(peopleIn(text).map(({ name }) => name)).toEqual(names);
});

test("50,000 characters are read in linear time", () => {
  const body = '"We said it," said Ali Khan of Iran, who said no. '.repeat(1000);
  const start = process.cpuUsage();
  statementsIn(body);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(4000);
});
