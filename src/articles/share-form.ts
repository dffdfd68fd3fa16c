/** The form that shares one article to a channel of one's choice. */
import type { Form } from "../form.ts";
import { type Locale, phrases } from "../i18n/words.ts";

const say = phrases({
  en: { title: "Share this article", submit: "Share", cancel: "Cancel", label: "Channel" },
  zh: { title: "分享这篇文章", submit: "分享", cancel: "取消", label: "频道" },
  ru: { title: "Поделиться статьёй", submit: "Показать", cancel: "Отмена", label: "Канал" },
});

/** @param line what is shown there */
export function shareForm(line: string, channel: string, locale: Locale): Form {
  const { label, ...words } = say(locale);
  return {
    ...words,
    fields: [{ name: "channel", kind: "channel", label, required: true, value: channel }],
    line,
  };
}
