import { expect, test } from "@jest/globals";
import { fit, percentile, student95 } from "./numbers.ts";

test("the line through Anscombe's first set is the published one", () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  const { slope, standardError, low, high } = fit(x.map((at, i) => [at, y[i] ?? 0]));
  expect(slope).toBeCloseTo(0.5001, 4);
  expect(standardError).toBeCloseTo(0.1179, 4);
  expect(low).toBeCloseTo(0.2334, 2);
  expect(high).toBeCloseTo(0.7668, 2);
});

test("Student's quantiles are those of the tables", () => {
  expect(student95(4)).toBeCloseTo(2.776, 1);
  expect(student95(10)).toBeCloseTo(2.228, 2);
  expect(student95(38)).toBeCloseTo(2.024, 2);
});

test("a percentile is a value that occurred, and 0 without any", () => {
  expect(percentile([3, 1, 2], 0.5)).toBe(2);
  expect(percentile([1, 2, 3, 4], 0.99)).toBe(4);
  expect(percentile([], 0.5)).toBe(0);
});
