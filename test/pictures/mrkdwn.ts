/** Slack's mrkdwn as HTML, read as Slack reads it: a mark that Slack would not take stays to be seen. */

/** Stand for constructs and code while marks are looked for, so that nothing inside them is taken for a mark. */
const [OPEN, CLOSE] = ["\ue000", "\ue001"];
const EDGE = String.raw`[\s.,;:!?()"'/\u200b-]`;

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** @param text with Slack's own escapes, which are HTML's too */
export function mrkdwnHtml(text: string): string {
  const kept: string[] = [];
  const keep = (html: string) => `${OPEN}${kept.push(html) - 1}${CLOSE}`;
  const held = text
    .replace(/`([^`\n]+)`/g, (_, code: string) => keep(`<code>${code}</code>`))
    .replace(/<([^>]*)>/g, (_, inner: string) => keep(construct(inner)));
  const dressed = marked(marked(marked(held, "*", "b"), "_", "i"), "~", "s");
  return dressed
    .replace(new RegExp(`${OPEN}(\\d+)${CLOSE}`, "g"), (_, at: string) => kept[Number(at)] ?? "")
    .replace(/\n/g, "<br>");
}

function marked(text: string, sign: string, tag: string): string {
  const one = `[${sign}]`;
  const pattern = new RegExp(
    String.raw`(?<=^|${EDGE})${one}(?=\S)([^\n${sign}]*[^\s${sign}]|[^\s${sign}])${one}(?=$|${EDGE})`,
    "gmu",
  );
  return text.replace(pattern, `<${tag}>$1</${tag}>`);
}

function construct(inner: string): string {
  const [, instant, shape = "", otherwise = ""] = /^!date\^(\d+)\^([^|]+)\|(.+)$/.exec(inner) ?? [];
  if (instant !== undefined) return slackDate(Number(instant), shape) ?? otherwise;
  if (inner.startsWith("!subteam^")) return '<span class="mention">@desk</span>';
  if (inner.startsWith("#")) return '<span class="mention">#sco-news</span>';
  const [url = "", label = url] = inner.split("|");
  return `<a href="${url}">${label}</a>`;
}

/** How a reader of English in Almaty is shown it. */
function slackDate(seconds: number, shape: string): string | undefined {
  const at = new Date(seconds * 1000);
  const written = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleString("en-US", { timeZone: "Asia/Almaty", ...options });
  const parts: Readonly<Record<string, string>> = {
    date_short: written({ dateStyle: "medium" }),
    time: written({ timeStyle: "short" }),
  };
  return shape.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
