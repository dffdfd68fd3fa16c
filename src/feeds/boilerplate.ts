/** Lines that are on every page of a site and not part of its articles. */

/** A line longer than this is prose, whatever words it has. */
const LONGEST = 120;

const LINES: readonly RegExp[] = [
  /责任编辑|责编|本文编辑|编辑\s*[:：]|校对\s*[:：]|审核\s*[:：]|监制\s*[:：]|^(?:来源|稿源|作者|记者)\s*[:：]\s*\S{1,20}$/,
  /版权所有|未经.{0,10}(?:授权|许可).{0,10}(?:转载|使用)|免责声明|转载请注明|客户端下载|下载.{0,8}客户端/,
  /分享(?:到|至|让更多人看到)|扫一扫|微信(?:好友|朋友圈|扫码)|关注.{0,8}公众号|^(?:打印|纠错|收藏|点赞|字号|推荐阅读|相关阅读|相关新闻|延伸阅读|返回首页)/,
  /^(?:copyright|©|\(c\))|all rights reserved|terms of (?:use|service)|privacy policy/i,
  /^(?:share|tweet|follow us|read more|related (?:articles|stories|news)|sign up|subscribe|advertisement|print|email this|click here|whatsapp|telegram|facebook)\b/i,
  /^(?:поделиться|подпис(?:аться|ывайтесь|итесь)|читайте также|реклама|фото:|редактор|все права защищены|следите за)/i,
];

/** Takes such lines out, and the editor's name in brackets that ends an article. */
export function withoutBoilerplate(text: string): string {
  const signed = /[（(【[]\s*(?:责任编辑|责编|编辑|作者|记者)\s*[:：]?[^）)】\]]{0,30}[）)】\]]\s*$/gm;
  const lines = text.replace(signed, "").split("\n");
  const kept = lines.filter((line) => line.length > LONGEST || !LINES.some((form) => form.test(line.trim())));
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
