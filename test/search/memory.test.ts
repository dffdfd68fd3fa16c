/** The index in memory keeps the contract of all indexes. */
import { describe } from "@jest/globals";
import { createAnalyzer } from "../../src/search/analyze.ts";
import { createMemoryIndex } from "../../src/search/index/memory/memory.ts";
import { indexContract } from "../contract/index.ts";

describe("the index in memory", () => {
  indexContract(async () => createMemoryIndex({ analyzer: createAnalyzer(), keyOf: (source) => source }));
});
