/** `settings`: language, time zone, quiet hours and audience, for a person or a channel; export and import. */
import { command } from "../src/command.ts";

export const settings = command({
  name: "settings",
  group: "setup",
  aliases: ["设置", "настройки", "preferences"],
  about: {
    en: "Language, time zone, quiet hours, audience, publishers left out",
    zh: "语言、时区、免打扰时段、可见范围、不看哪些媒体",
    ru: "Язык, часовой пояс, тихие часы, кто видит ответы, без каких изданий",
  },
  options: {
    what: {
      kind: "choice",
      choices: ["language", "zone", "quiet", "audience", "followups", "sources", "export", "import"],
      passes: true,
      also: {
        ...{ lang: "language", язык: "language", 语言: "language" },
        ...{ timezone: "zone", пояс: "zone", 时区: "zone" },
        ...{ тишина: "quiet", 免打扰: "quiet", видимость: "audience", 可见范围: "audience" },
        ...{ 接话: "followups", продолжения: "followups" },
        ...{ source: "sources", 媒体: "sources", 来源: "sources", источники: "sources", издания: "sources" },
      },
      about: { en: "Which setting", zh: "哪项设置", ru: "Какая настройка" },
    },
    value: {
      kind: "text",
      rest: true,
      suggest: async (typed) => {
        const { suggestZones } = await import("../src/delivery/suggest-zones.ts");
        return typed === ""
          ? ["zh", "en", "ru", "Asia/Shanghai", "22:00-07:00", "me", "channel", "-tass", "off"]
          : suggestZones(typed);
      },
      about: {
        en: "Its value, such as zh or Europe/Moscow; off clears it",
        zh: "取值，如 zh 或 Asia/Shanghai；off 清除",
        ru: "Значение, например ru или Europe/Moscow; off — убрать",
      },
    },
    for: {
      kind: "choice",
      choices: ["me", "channel"],
      named: true,
      about: { en: "For you or for this channel", zh: "为您自己或本频道", ru: "Для вас или для канала" },
    },
  },
  examples: [
    "settings",
    "settings language zh",
    "settings zone Asia/Shanghai for:channel",
    "settings quiet 22:00-07:00",
    "settings sources -tass",
  ],
  personal: true,
  own: ({ what, for: whom }) => whom !== "channel" && what !== "quiet" && what !== "sources",
  async run({ what, value, for: whom }, ctx) {
    const { settings: run } = await import("../src/delivery/settings.ts");
    return run({ what, value, for: whom }, ctx);
  },
});
