/** Lines that are on every page of a site and not part of its articles: labels alone, never a sentence. */

/** A line longer than this is prose, whatever words it has. */
const LONGEST = 120;
const NAMES = "[\\p{L}·・.\\s、,，]{1,24}";

/** Buttons and headings of boxes; a line of nothing but these says nothing. */
const LABELS = [
  "打印|打印本页|纠错|收藏|点赞|字号|大|中|小|推荐阅读|相关阅读|相关新闻|相关链接|延伸阅读|返回首页|返回顶部|关闭窗口",
  "分享|分享到|分享至|分享让更多人看到|微信|微博|新浪微博|朋友圈|微信好友|QQ|QQ空间|人人网|复制链接|免责声明|版权所有",
  "share|share this|related|share (?:this )?(?:article|story|page)|tweet|follow us|read more|read also|related (?:articles|stories|news)",
  "sign up|subscribe|subscribe now|advertisement|print|email|email this|copy link|click here|comments?",
  "whatsapp|telegram|facebook|twitter|linkedin|vk|wechat|weibo|reddit|instagram|youtube|rss",
  "terms of use|privacy policy|cookie policy|contact us|all rights reserved",
  "поделиться|подписаться|подписывайтесь|читайте также|реклама|печать|распечатать|комментарии|скопировать ссылку",
  "одноклассники|вконтакте|телеграм|мы в соцсетях|все права защищены",
].join("|");
const BETWEEN = "[\\s|/·•:：,，、>»+()（）\\d-]+";

const LINES: readonly RegExp[] = [
  new RegExp(`^[|·•>»\\s]*(?:${LABELS})(?:${BETWEEN}(?:${LABELS}))*[\\s|:：.»>()（）\\d]*$`, "iu"),
  new RegExp(
    `^[（(【[]?\\s*(?:责任编辑|责编|本文编辑|编辑|校对|审核|监制|来源|稿源)\\s*[:：]\\s*${NAMES}[）)】\\]]?$`,
    "u",
  ),
  /^版权所有.{0,60}$|^(?:本[文网站报社].{0,10})?(?:未经|如未).{0,10}(?:授权|许可|允许|同意)[，,]?.{0,4}(?:不得|禁止|严禁|请勿).{0,20}$/,
  /^(?:如需)?转载请?(?:注明|联系).{0,40}$|^免责声明\s*[:：].{0,100}$/,
  /^(?:点击)?下载[^，。]{0,8}客户端[^，。]{0,10}$|^客户端下载$/,
  /^(?:打开|使用)?(?:微信)?[“"]?扫(?:一扫|码)[”"]?[^。？！]{0,20}$|^(?:欢迎|请|敬请)?关注[^，。]{0,15}公众号[^，。]{0,10}$/,
  /^(?:copyright\s*)?(?:©|\(c\)).{0,110}$|^copyright\s+\d{4}.{0,90}$|^.{0,60}\ball rights reserved\.?$/i,
  /^(?:share|tweet|print|email) (?:this|on|via|to)\b[\p{L}\s,&]{0,40}$|^follow us on\b[\p{L}\s,&]{0,40}[.!]?$/iu,
  /^read (?:more|also)\s*:\s.{1,110}$/i,
  /^поделиться (?:в|с|ссылкой|новостью|статьёй|статьей)\s[\p{L}\s,]{0,40}$|^(?:читайте|смотрите) также\s*:\s.{1,100}$/iu,
  /^подпис(?:аться|ывайтесь|итесь) на (?:наш|нас|канал|рассылку|новости|телеграм|telegram).{0,60}$|^следите за (?:нами|наш[а-яё]+ [а-яё]+|новостями) (?:в|на) [\p{L}\s,-]{1,40}[.!]?$/iu,
  /^the post .{1,200} (?:first appeared on|appeared first on) .{1,60}$|^(?:запись|сообщение) .{1,200} (?:впервые появилась|появились? сначала) на .{1,60}$|^.{1,200}最先出现在.{1,60}$/iu,
  /^(?:фото|редактор)\s*:\s*[\p{L}\s.,/«»"-]{1,50}$/iu,
];
/** A byline of its own, where nothing else begins so: an interview names its speakers again and again. */
const BYLINE = new RegExp(`^(?:作者|记者|文/?图?|撰稿)\\s*[:：]\\s*${NAMES}$`, "u");
const SIGNED =
  /[（(【[]\s*(?:责任编辑|责编|编辑|作者|(?:本报|本网|新华社)?记者)\s*[:：]?[\p{L}·・\s、,，]{0,24}[）)】\]]\s*$/gmu;

/** Takes such lines out, and the editor's name in brackets that ends an article. */
export function withoutBoilerplate(text: string): string {
  const lines = text.replace(SIGNED, "").split("\n");
  const bylines = lines.filter((line) => BYLINE.test(line.trim())).length;
  const speakers = lines.filter((line) => /^(?:作者|记者)\s*[:：]/.test(line.trim())).length;
  const forms = bylines === 1 && speakers === 1 ? [...LINES, BYLINE] : LINES;
  const kept = lines.filter((line) => line.length > LONGEST || !forms.some((form) => form.test(line.trim())));
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
