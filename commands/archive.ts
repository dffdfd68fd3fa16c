/** `index status|rebuild|verify`: what an operator asks of the archive in a search engine. */
import { command } from "../src/command.ts";
import type { Reply } from "../src/reply.ts";

export const archive = command({
  name: "archive",
  aliases: ["index"],
  about: {
    en: "The archive in OpenSearch: how it is, made anew, or checked",
    zh: "OpenSearch 中的存档：状态、重建、核对",
    ru: "Архив в OpenSearch: состояние, перестройка, проверка",
  },
  options: {
    action: {
      kind: "choice",
      choices: ["status", "rebuild", "verify"],
      about: { en: "What to do", zh: "要做什么", ru: "Что сделать" },
    },
  },
  examples: ["archive status"],
  shell: true,
  async run({ action = "status" }, ctx): Promise<Reply> {
    return (await import("../src/archive/present.ts")).tended(action, ctx);
  },
});
