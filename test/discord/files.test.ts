/** Files on their way to Discord: what is sent arrives byte by byte, beside its message. */
import { afterEach, expect, it } from "@jest/globals";
import type { Reply } from "../../src/reply.ts";
import { createStage, type Stage } from "./double.ts";

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255]);
const chart: Reply = {
  summary: "Two days",
  blocks: [
    {
      kind: "table",
      rows: [["2025-05-24", "██", "2"]],
      chart: {
        title: "Days",
        alt: "Two days",
        bars: [{ label: "2025-05-24", value: 2 }],
        draw: async () => png,
      },
    },
  ],
  audience: "caller",
  outcome: "answered",
  file: {
    ...{ name: "brief.md", mediaType: "text/markdown", instead: [] },
    bytes: Buffer.from("# 上海精神\n\r\n"),
  },
};

let stage: Stage;
afterEach(() => stage.end());

it("a chart and a file of an answer arrive whole", async () => {
  stage = await createStage({ answer: () => chart });
  const told = stage.slash("search", { query: "x" });
  await stage.server.until(() => (told.messages[0]?.files?.size ?? 0) > 0, "the files are there");
  expect([...(told.messages[0]?.files ?? [])]).toEqual([
    ["picture-1.png", png],
    ["brief.md", chart.file?.bytes],
  ]);
  expect(stage.server.refused).toEqual([]);
});
