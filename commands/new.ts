/** `new`: what came in since the one who asks last looked here, stories with new figures first. */
import { command, pageOption } from "../src/command.ts";

export const whatsNew = command({
  name: "new",
  group: "read",
  aliases: ["新内容", "новое"],
  about: {
    en: "What changed since you last looked here",
    zh: "您上次查看以来的新内容",
    ru: "Что нового с прошлого раза",
  },
  options: {
    since: {
      kind: "text",
      named: true,
      about: {
        en: "An instant instead, such as 2025-05-26T01:00:00Z",
        zh: "改从某一时刻起，如 2025-05-26T01:00:00Z",
        ru: "Вместо этого с момента, например 2025-05-26T01:00:00Z",
      },
    },
    page: pageOption,
  },
  examples: ["new"],
  personal: true,
  own: () => true,
  async run({ since, page = 1 }, ctx) {
    const { newsReply } = await import("../src/stories/present-new.ts");
    return newsReply({ since, page }, ctx);
  },
});
