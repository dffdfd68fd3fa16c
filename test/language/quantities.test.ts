/** Quantities: numbers with their scale and unit, in digits and words of three languages. */
import { expect, test } from "@jest/globals";
import { quantitiesIn } from "../../src/language/quantities.ts";

test.each<[string, [number, string][]]>([
  [
    "草案建议法定资本为80亿美元，其中中方认缴三成。",
    [
      [8e9, "USD"],
      [30, "percent"],
    ],
  ],
  ["The capital will be $8.4 billion.", [[8.4e9, "USD"]]],
  ["капитал составит 8 млрд долларов", [[8e9, "USD"]]],
  ["一千三百万元人民币", [[1.3e7, "CNY"]]],
  ["装机容量为6000万千瓦", [[6e7, "kW"]]],
  ["60 gigawatts", [[6e7, "kW"]]],
  ["5.4亿千瓦时", [[5.4e8, "kWh"]]],
  ["占百分之五十四", [[54, "percent"]]],
  ["изъято 5,7 тонны", [[5700, "kg"]]],
  ["缴获毒品5.1吨", [[5100, "kg"]]],
  ["twenty-four people", [[24, "count"]]],
  ["抓获嫌疑人二百零四名", [[204, "count"]]],
  ["на шести гидропостах", [[6, "count"]]],
  ["A magnitude 6.3 earthquake", [[6.3, "magnitude"]]],
  ["在2025年5月26日", []],
  ["第二十四次会议", []],
  ["on 12 May 2026 at 10:30", []],
])("%s", (text, quantities) => {
  expect(quantitiesIn(text).map(({ value, unit }) => [value, unit])).toEqual(quantities);
});
