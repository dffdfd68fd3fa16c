/** The words of what cannot be fetched, in Chinese. */
import type * as en from "../en/net.ts";

export const REFUSALS: typeof en.REFUSALS = {
  url: (what) => `“${what}”不是网址。请写成 https://example.org/feed.xml 的样子`,
  scheme: (what) => `只抓取 http 和 https 地址，不抓取 ${what}`,
  credentials: (what) => `${what} 的网址带有用户名或密码，请去掉`,
  port: (what) => `只从 80 和 443 端口抓取；机器人的管理者可以在 SCO_ALLOW_HOSTS 中放行 ${what}`,
  address: (what) => `${what} 不在公共互联网上；机器人的管理者可以在 SCO_ALLOW_HOSTS 中放行`,
  dns: (what) => `找不到名为 ${what} 的服务器，请检查拼写`,
  redirects: (what) => `服务器循环跳转或跳转过多（${what}），请使用最终地址`,
  size: (what) => `回应超过 ${what}，已中断，没有保留任何内容`,
  queue: (what) => `等待访问 ${what} 的请求太多，请稍后再试`,
  time: (what) => `服务器未能在 ${what} 内完成，请稍后再试`,
  network: (what) => `无法连接服务器或连接中断（${what}），请稍后再试`,
  content: (what) => `服务器发来的内容无法在限制内读取（${what}）`,
  nofeed: (what) =>
    `${what} 没有订阅源，也没有文章列表；若是索引页，请用 --links "/news/*.html" 说明链接的样子`,
  page: (what) =>
    `${what} 返回的是网页而不是订阅源；服务器可能只向某些阅读器提供：请换一个网址，或在列表中为它指定 agent`,
  robots: (what) => `${what} 的 robots.txt 要求不要读取该页面；若已获许可，请在列表中写 robots: false`,
};

export const errors: typeof en.errors = {
  status: (what, advice) => `服务器返回 ${what}，而不是页面${advice && `：${advice}`}`,
  moved: "网址已变更或已失效，请查找新网址",
  refused: "它拒绝此网络或此程序；请换一个网络，或在列表中为它指定 agent",
  overloaded: "它过载或出错，请稍后再试",
};
