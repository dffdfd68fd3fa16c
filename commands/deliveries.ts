/** `deliveries`: what was posted here, what was not, and why. */
import { command } from "../src/command.ts";

export const deliveries = command({
  name: "deliveries",
  group: "follow",
  aliases: ["发送记录", "отправки"],
  about: {
    en: "What was sent here, what was not and why",
    zh: "这里发送了什么、没有发送什么及原因",
    ru: "Что сюда отправлено, что нет и почему",
  },
  options: {},
  examples: ["deliveries"],
  personal: true,
  async run(_args, ctx) {
    const { listDeliveries } = await import("../src/delivery/list.ts");
    return listDeliveries(ctx);
  },
});
