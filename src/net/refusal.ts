/** Why something could not be fetched: a kind for programs, a sentence in three languages for people. */
import { BotError } from "../errors.ts";
import type { Words } from "../i18n/words.ts";
import { shownAddress } from "../mask.ts";

const SENTENCES = {
  url: (what) => ({
    en: `“${what}” is not a web address. Write it like https://example.org/feed.xml`,
    zh: `“${what}”不是网址。请写成 https://example.org/feed.xml 的样子`,
    ru: `«${what}» — не веб-адрес. Напишите его так: https://example.org/feed.xml`,
  }),
  scheme: (what) => ({
    en: `Only http and https addresses are fetched, not ${what}`,
    zh: `只抓取 http 和 https 地址，不抓取 ${what}`,
    ru: `Загружаются только адреса http и https, а не ${what}`,
  }),
  credentials: (what) => ({
    en: `The address of ${what} carries a user name or password; take it out`,
    zh: `${what} 的网址带有用户名或密码，请去掉`,
    ru: `Адрес ${what} содержит имя пользователя или пароль; уберите их`,
  }),
  port: (what) => ({
    en: `Only ports 80 and 443 are fetched from; whoever runs the bot can allow ${what} in SCO_ALLOW_HOSTS`,
    zh: `只从 80 和 443 端口抓取；机器人的管理者可以在 SCO_ALLOW_HOSTS 中放行 ${what}`,
    ru: `Загрузка идёт только с портов 80 и 443; владелец бота может разрешить ${what} в SCO_ALLOW_HOSTS`,
  }),
  address: (what) => ({
    en: `${what} is not on the public internet; whoever runs the bot can allow it in SCO_ALLOW_HOSTS`,
    zh: `${what} 不在公共互联网上；机器人的管理者可以在 SCO_ALLOW_HOSTS 中放行`,
    ru: `${what} находится вне открытого интернета; владелец бота может разрешить его в SCO_ALLOW_HOSTS`,
  }),
  dns: (what) => ({
    en: `No server is known by the name ${what}; check the spelling`,
    zh: `找不到名为 ${what} 的服务器，请检查拼写`,
    ru: `Сервер с именем ${what} не найден; проверьте написание`,
  }),
  redirects: (what) => ({
    en: `The server sends us in circles or too far (${what}); use the final address`,
    zh: `服务器的跳转成环或过多（${what}），请使用最终地址`,
    ru: `Сервер перенаправляет по кругу или слишком далеко (${what}); укажите конечный адрес`,
  }),
  size: (what) => ({
    en: `The answer is larger than ${what}; it was cut off and nothing was kept`,
    zh: `回应超过 ${what}，已中断，没有保留任何内容`,
    ru: `Ответ больше ${what}; загрузка прервана, ничего не сохранено`,
  }),
  time: (what) => ({
    en: `The server did not finish within ${what}; try again later`,
    zh: `服务器未能在 ${what} 内完成，请稍后再试`,
    ru: `Сервер не уложился в ${what}; попробуйте позже`,
  }),
  network: (what) => ({
    en: `The server could not be reached or broke off (${what}); try again later`,
    zh: `无法连接服务器或连接中断（${what}），请稍后再试`,
    ru: `Сервер недоступен или оборвал связь (${what}); попробуйте позже`,
  }),
  content: (what) => ({
    en: `What the server sent cannot be read within its limits (${what})`,
    zh: `服务器发来的内容无法在限制内读取（${what}）`,
    ru: `Ответ сервера не удаётся прочитать в пределах ограничений (${what})`,
  }),
  nofeed: (what) => ({
    en: `There is no feed at ${what}, and no list of articles; for an index page say what its links look like with --links "/news/*.html"`,
    zh: `${what} 没有订阅源，也没有文章列表；若是索引页，请用 --links "/news/*.html" 说明链接的样子`,
    ru: `По адресу ${what} нет ни ленты, ни списка статей; для страницы со ссылками укажите их вид: --links "/news/*.html"`,
  }),
  page: (what) => ({
    en: `There is a web page instead of a feed at ${what}; the server may give its feed to other readers only: try another address, or name an agent for it in the list`,
    zh: `${what} 返回的是网页而不是订阅源；服务器可能只向某些阅读器提供：请换一个网址，或在列表中为它指定 agent`,
    ru: `По адресу ${what} страница вместо ленты; возможно, сервер отдаёт ленту лишь некоторым программам: укажите другой адрес или agent в списке`,
  }),
  robots: (what) => ({
    en: `The robots.txt of ${what} asks not to read this page; with the publisher's leave write robots: false in the list`,
    zh: `${what} 的 robots.txt 要求不要读取该页面；若已获许可，请在列表中写 robots: false`,
    ru: `robots.txt сайта ${what} просит не читать эту страницу; с согласия издания напишите в списке robots: false`,
  }),
  status: (what) => {
    const { en, zh, ru } = afterStatus(what);
    return {
      en: `The server answered ${what} instead of a page${en && `: ${en}`}`,
      zh: `服务器返回 ${what}，而不是页面${zh && `：${zh}`}`,
      ru: `Сервер ответил ${what} вместо страницы${ru && `: ${ru}`}`,
    };
  },
} satisfies Record<string, (what: string) => Words>;

/** What to do about a status; nothing to say of most. */
function afterStatus(code: string): Words {
  if (code === "404" || code === "410")
    return {
      en: "the address has changed or is gone; look for the new one",
      zh: "网址已变更或已失效，请查找新网址",
      ru: "адрес изменился или его больше нет; найдите новый",
    };
  if (code === "401" || code === "403" || code === "451")
    return {
      en: "it refuses this network or this program; try another network, or name an agent for it in the list",
      zh: "它拒绝此网络或此程序；请换一个网络，或在列表中为它指定 agent",
      ru: "он не пускает эту сеть или эту программу; попробуйте другую сеть или укажите в списке agent",
    };
  if (code === "429" || /^5/.test(code))
    return {
      en: "it is overloaded or broken; try again later",
      zh: "它过载或出错，请稍后再试",
      ru: "он перегружен или неисправен; попробуйте позже",
    };
  return { en: "", zh: "", ru: "" };
}

export type RefusalKind = keyof typeof SENTENCES;

/** Kinds that say "never": asking again cannot help until somebody changes the address or the settings. */
const FORBIDDEN: readonly RefusalKind[] = ["url", "scheme", "credentials", "port", "address", "robots"];

export class Refusal extends BotError {
  readonly kind: RefusalKind;

  /** @param what the host, scheme, number or cause that the sentence names */
  constructor(kind: RefusalKind, what: string, options?: ErrorOptions) {
    const code = FORBIDDEN.includes(kind) ? "forbidden" : "unavailable";
    super(code, SENTENCES[kind](shownAddress(what).slice(0, 200)), options);
    this.kind = kind;
  }
}

/** The code of a system error (`ENOTFOUND`), or "" when it has none. */
export function codeOf(thrown: unknown): string {
  const holder: object = typeof thrown === "object" && thrown !== null ? thrown : {};
  return "code" in holder ? String(holder.code ?? "") : "";
}
