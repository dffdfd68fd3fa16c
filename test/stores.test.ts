import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { root } from "../src/root.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const rows = read("docs/stores.md")
  .split("\n")
  .flatMap((line) => {
    const [, field = "", most = "", text = ""] =
      /^\| ([^|]+) \| (\d+)(?: tags)? \| (.+) \|$/.exec(line) ?? [];
    return field === "" ? [] : [{ field, most: Number(most), text }];
  });

test("the texts for the directories are as long as these take", () => {
  expect(rows.map(({ field }) => field)).toEqual(
    expect.arrayContaining([
      "Short description",
      "Agent description",
      "Summary",
      "Description",
      "Описание",
      "简介",
      "Tags",
    ]),
  );
  const over = rows.filter(
    ({ field, most, text }) => (field === "Tags" ? text.split(", ") : text).length > most,
  );
  expect(over).toEqual([]);
});

test("what Slack is told in the directory is what it is told in the manifest", () => {
  const { display_information: shown, features } = parse(read("adapters/slack/manifest.yaml"));
  const textOf = (field: string) => rows.find((row) => row.field === field)?.text;
  expect(textOf("Short description")).toBe(shown.description);
  expect(textOf("Agent description")).toBe(features.agent_view.agent_description);
});
