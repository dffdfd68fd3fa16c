/** Discord's markdown as HTML, read as Discord reads it: what it would not take for markup stays to be seen. */
import { escapeHtml } from "./mrkdwn.ts";

/** How the reader's Discord is set. */
export interface DiscordReader {
  readonly locale: string;
  readonly zone: string;
}

export function markdownHtml(text: string, reader: DiscordReader): string {
  return text
    .split(/```\n?/)
    .map((part, at) => {
      if (at % 2 === 1) return `<pre>${escapeHtml(part.trimEnd())}</pre>`;
      return part === "" ? "" : lines(part, reader);
    })
    .join("");
}

function lines(text: string, reader: DiscordReader): string {
  return text
    .replace(/^\n|\n$/g, "")
    .split("\n")
    .map((line) => {
      const [, mark = "", said = ""] = /^(#{1,3} |-# )?(.*)$/.exec(line) ?? [];
      const html = inline(said, reader);
      if (mark === "-# ") return `<small>${html}</small>`;
      if (mark !== "") return `<h${mark.length - 1}>${html}</h${mark.length - 1}>`;
      return html === "" ? '<div class="gap"></div>' : `<div>${html}</div>`;
    })
    .join("");
}

/** One line from left to right, the longest construct first. */
function inline(text: string, reader: DiscordReader): string {
  const rules: readonly [RegExp, (...found: string[]) => string][] = [
    [/^\\([^\p{L}\p{N}\s])/u, (_, sign = "") => escapeHtml(sign)],
    [/^`([^`]+)`/, (_, code = "") => `<code>${escapeHtml(code)}</code>`],
    [/^\*\*((?:\\.|[^*\\])+)\*\*/, (_, said = "") => `<b>${inline(said, reader)}</b>`],
    [
      /^\[((?:\\.|[^\]\\])+)\]\(<?(https?:[^\s)>]+)>?\)/,
      (_, said = "", url = "") => `<a href="${escapeHtml(url)}">${inline(said, reader)}</a>`,
    ],
    [/^<t:(\d+):([Df])>/, (_, at = "", shape = "") => stamp(Number(at), shape, reader)],
    [/^<#\d+>/, () => '<span class="mention">#news</span>'],
    [/^<@&\d+>/, () => '<span class="mention">@Editors</span>'],
  ];
  let html = "";
  for (let rest = text; rest !== ""; ) {
    const [rule, found] =
      rules.map(([pattern, show]) => [show, pattern.exec(rest)] as const).find(([, hit]) => hit) ?? [];
    html += rule && found ? rule(...found) : escapeHtml(rest.slice(0, 1));
    rest = rest.slice(found?.[0].length ?? 1);
  }
  return html;
}

function stamp(seconds: number, shape: string, { locale, zone }: DiscordReader): string {
  const minute = shape === "f" ? ({ timeStyle: "short" } as const) : {};
  const shown = new Date(seconds * 1000).toLocaleString(locale, {
    timeZone: zone,
    dateStyle: "long",
    ...minute,
  });
  return `<time>${escapeHtml(shown)}</time>`;
}
