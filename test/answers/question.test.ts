/** Questions: what kind of thing they ask for, what is looked for, and what follows up on what. */
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { offers, readQuestion, type Wants } from "../../src/answers/question.ts";
import { inThread, isFollowUp, remember } from "../../src/answers/thread.ts";
import { systemClock } from "../../src/clock.ts";
import type { Caller } from "../../src/command.ts";
import { memoryStore } from "../../src/state/memory.ts";
import type { StateStore } from "../../src/state/store.ts";

test.each<[string, Wants, string]>([
  ["How many people were injured in Osh?", "number", "people injured in Osh"],
  ["how much does the ticket cost", "money", "ticket cost"],
  ["How long did the trip take?", "duration", "trip"],
  ["When was the bank founded?", "time", "bank founded"],
  ["Who commands the exercise?", "person", "commands exercise"],
  ["Where is the seat of the bank?", "place", "seat of bank"],
  ["Why did the trade fall?", "reason", "trade fall"],
  ["What did the ministers agree on?", "thing", "ministers agree on"],
  ["What was the turnout of the vote?", "number", "turnout of vote"],
  ["奥什地震造成多少人受伤？", "number", "奥什地震造成，受伤"],
  ["新疆有多少人口？", "number", "新疆，人口"],
  ["门票多少钱？", "money", "门票"],
  ["班列多久开一趟？", "duration", "班列，开一趟"],
  ["峰会什么时候举行？", "time", "峰会"],
  ["谁主持了会议？", "person", "主持了会议"],
  ["总部在哪里？", "place", "总部"],
  ["为什么推迟？", "reason", "推迟"],
  ["Сколько человек пострадало?", "number", "пострадало"],
  ["Сколько стоит билет?", "money", "билет"],
  ["Сколько времени заняла поездка?", "duration", "заняла поездка"],
  ["Когда откроют центр?", "time", "откроют центр"],
  ["Кто мэр города?", "person", "мэр города"],
  ["Где пройдёт форум?", "place", "форум"],
  ["Почему отложили саммит?", "reason", "отложили саммит"],
  ["Какая явка была на референдуме?", "number", "явка на референдуме"],
  ["上海精神", "thing", "上海精神"],
  ["?", "thing", "?"],
])("%s asks for %s", (asked, wants, words) => {
  expect(readQuestion(asked)).toEqual({ asked, wants, words });
});

test.each<[string, Wants, boolean]>([
  ["The loan is 350 million dollars.", "money", true],
  ["The loan was signed on Thursday.", "money", false],
  ["贷款3.5亿美元。", "money", true],
  ["Поездка заняла пять лет.", "duration", true],
  ["It opened on 10 March 2026 at 05:42.", "number", false],
  ["It opened on 10 March 2026 with 340 exhibitors.", "number", true],
  ["Seven countries took part.", "number", true],
  ["会议10日举行。", "number", false],
  ["Власти эвакуировали 1900 жителей.", "number", true],
  ["It opens in July.", "time", true],
  ["It opens soon.", "time", false],
  ["Work was delayed because of snow.", "reason", true],
  ["Work went on.", "reason", false],
  ["Колонка Ивана Петрова.", "person", true],
  ["nothing here", "person", false],
  ["Форум прошёл в Чжэнчжоу.", "place", true],
  ["anything", "thing", true],
])("%s offers a %s: %s", (sentence, wants, expected) => {
  expect(offers(sentence, wants) > 0).toBe(expected);
});

test("no text makes a question fail, and something is always left to look for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      expect(readQuestion(text).words.length).toBeGreaterThan(0);
    }),
  );
});

describe("follow-ups", () => {
  const caller = { platform: "slack", workspace: "T", channel: "C", user: "U", thread: "1.2" } as Caller;
  const started = async (): Promise<StateStore> => {
    const store = memoryStore(systemClock);
    await remember({ question: "贸易额 in 2024是多少？", shown: 3 }, caller, store);
    return store;
  };

  test.each([
    ["more", { question: "贸易额 in 2024是多少？", from: 3, sources: false }],
    ["还有吗？", { question: "贸易额 in 2024是多少？", from: 3, sources: false }],
    ["а ещё?", { question: "贸易额 in 2024是多少？", from: 3, sources: false }],
    ["来源呢?", { question: "贸易额 in 2024是多少？", from: 0, sources: true }],
    ["what's the source?", { question: "贸易额 in 2024是多少？", from: 0, sources: true }],
    ["откуда это?", { question: "贸易额 in 2024是多少？", from: 0, sources: true }],
    ["and in 2023?", { question: "贸易额 in 2023是多少？", from: 0, sources: false }],
    ["那2022年呢？", { question: "贸易额 in 2022是多少？", from: 0, sources: false }],
    ["what about Pakistan?", { question: "贸易额 in 2024是多少 Pakistan?", from: 0, sources: false }],
    ["who leads the bank?", { question: "who leads the bank?", from: 0, sources: false }],
  ])("%s", async (text, expected) => {
    expect(await inThread(text, caller, await started())).toEqual(expected);
  });

  test("another thread, or no memory at all, takes the words as they are", async () => {
    const plain = { question: "more", from: 0, sources: false, lost: true };
    expect(await inThread("more", { ...caller, thread: "9.9" }, await started())).toEqual(plain);
    const broken = {
      ...memoryStore(systemClock),
      get: () => Promise.reject(new Error("down")),
      set: () => Promise.reject(new Error("down")),
    };
    await remember({ question: "q", shown: 1 }, caller, broken);
    expect(await inThread("more", caller, broken)).toEqual(plain);
    const odd = memoryStore(systemClock);
    await odd.set("answers:slack/T/C:last/1.2", { question: 7 });
    expect(await inThread("more", caller, odd)).toEqual(plain);
  });

  test.each([
    ["more", true],
    ["和平是什么？", false],
    ["and now for a very long sentence that has nothing to do with what was asked before", false],
    ["说说冰川", false],
  ])("%s follows up: %s", (text, follows) => {
    expect(isFollowUp(text)).toBe(follows);
  });
});
