/** Which pictures there are, each with what is said and pressed for it, as README and the guides tell it. */

export interface Shot {
  /** The file's name in `docs/`. */
  readonly name: string;
  readonly on: "slack" | "discord";
  /** What a person does, in order: `/sco …`, `@sco …`, `[a button]`; `Home` opens the app's Home in Slack. The last answer is drawn. */
  readonly steps: readonly string[];
}

export const SHOTS: readonly Shot[] = [
  { name: "slack-english", on: "slack", steps: ["/sco search health ministers meeting"] },
  { name: "slack-search", on: "slack", steps: ["/sco search 上海精神"] },
  { name: "slack-next", on: "slack", steps: ["/sco search 上海精神", "[Next]"] },
  { name: "slack-ask", on: "slack", steps: ["@sco how many countries took part in the media forum?"] },
  { name: "slack-digest", on: "slack", steps: ["/sco digest 2025-05-25..2025-05-26"] },
  { name: "slack-story", on: "slack", steps: ["/sco story media forum"] },
  { name: "slack-trends", on: "slack", steps: ["/sco trends --period 2025-05"] },
  { name: "slack-home", on: "slack", steps: ["/sco daily 09:00", "Home"] },
  { name: "discord-search", on: "discord", steps: ["/sco search query:media forum Xinjiang"] },
  { name: "discord-digest", on: "discord", steps: ["/sco digest day:2025-05-25..2025-05-26"] },
  { name: "discord-compare", on: "discord", steps: ["/sco stories compare story:media forum"] },
  { name: "discord-trends", on: "discord", steps: ["/sco stories trends period:2025-05"] },
];

/** Who looks: each platform's own name of their language, their zone, and who they are on the test servers. */
export const READERS = {
  en: { slackUser: "U1", discord: "en-US", zone: "Asia/Almaty" },
  zh: { slackUser: "U2", discord: "zh-CN", zone: "Asia/Shanghai" },
  ru: { slackUser: "U3", discord: "ru", zone: "Europe/Moscow" },
} as const;
export type Language = keyof typeof READERS;
