/** The words of small talk, in Chinese. */
import type * as en from "../en/small-talk.ts";

export const smallTalk: typeof en.smallTalk = {
  thanks: "不客气。",
  greeting: "您好！请直接说要找什么，或输入：帮助",
  praise: "很高兴能帮上忙。",
  abuse: "抱歉。输入“帮助”可以看看我能做什么。",
  laughter: "🙂",
  aside: "这像是你们之间的讨论，我不会改动任何设置。",
  kept: "好的，一切照旧。",
};
