/** A press brief as a file: Markdown, a page of HTML, or a Word document. */
import type { Locale } from "../i18n/words.ts";
import type { Attachment } from "../reply.ts";
import type { Brief, Quoted } from "./brief.ts";
import { briefWords } from "./brief-words.ts";

export const FORMATS = ["md", "html", "docx"] as const;
export type Format = (typeof FORMATS)[number];

/** The file's bytes. `docx` is loaded when it is first wanted. */
export async function briefFile(brief: Brief, format: Format, locale: Locale): Promise<Buffer> {
  if (format === "docx") return wordFile(brief, locale);
  return Buffer.from(format === "md" ? markdown(brief, locale) : page(brief, locale));
}

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The file with its name and media type, as a message brings it. */
export async function attachmentOf(
  brief: Brief,
  format: Format,
  locale: Locale,
): Promise<Omit<Attachment, "instead">> {
  const { first, last } = brief.period;
  const days = first === last ? first : `${first}-${last}`;
  const bytes = await briefFile(brief, format, locale);
  return { name: `brief-${days}.${format}`, mediaType: MEDIA_TYPES[format], bytes };
}

function markdown(brief: Brief, locale: Locale): string {
  const words = briefWords(brief, locale);
  const quote = ({ text, source }: Quoted) => `${plain(text)} [${source}]`;
  const lines = [
    `# ${plain(words.title)}`,
    `${words.asOf}. ${words.counts}.`,
    `## ${words.contents}`,
    brief.stories.map(({ shown }, at) => `${at + 1}. ${plain(shown)}`).join("\n"),
    ...brief.stories.flatMap(({ shown, original, sentences, figures, sources }, at) => [
      `## ${at + 1}. ${plain(shown)}`,
      ...(original === null ? [] : [`*${plain(original)}*`]),
      ...sentences.map((one) => `> ${quote(one)}`),
      ...figures.map(([one, other]) => `**${words.differ}:** ${quote(one)} / ${quote(other)}`),
      `${words.sources}: ${sources.map((n) => `[${n}]`).join(" ")}`,
    ]),
    `## ${words.sources}`,
    brief.sources
      .map((one) => {
        const title = one.url
          ? `[${plain(one.title)}](<${one.url.replace(/[<>\s]/g, encodeURIComponent)}>)`
          : plain(one.title);
        return `${one.n}. ${title} — ${plain(words.facts(one))}`;
      })
      .join("\n"),
  ];
  return `${lines.join("\n\n")}\n`;
}

/** Outside text is no markup. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+!|<>~]/g, "\\$&");
}

function page(brief: Brief, locale: Locale): string {
  const words = briefWords(brief, locale);
  const quote = ({ text, source }: Quoted) => `${safe(text)} <a href="#s${source}">[${source}]</a>`;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${safe(words.title)}</title>
<style>body{font:16px/1.5 serif;max-width:42rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.15rem}blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid #999}@media print{a{color:inherit;text-decoration:none}section{break-inside:avoid}}</style></head><body>
<h1>${safe(words.title)}</h1><p>${safe(words.asOf)}. ${safe(words.counts)}.</p>
<h2>${safe(words.contents)}</h2><ol>${brief.stories.map(({ shown, id }) => `<li><a href="#${safe(id)}">${safe(shown)}</a></li>`).join("")}</ol>
${brief.stories
  .map(
    ({
      id,
      shown,
      original,
      sentences,
      figures,
      sources,
    }) => `<section id="${safe(id)}"><h2>${safe(shown)}</h2>
${original === null ? "" : `<p><i>${safe(original)}</i></p>`}
${sentences.map((one) => `<blockquote>${quote(one)}</blockquote>`).join("\n")}
${figures.map(([one, other]) => `<p><strong>${safe(words.differ)}:</strong> ${quote(one)} / ${quote(other)}</p>`).join("\n")}
<p>${safe(words.sources)}: ${sources.map((n) => `<a href="#s${n}">[${n}]</a>`).join(" ")}</p></section>`,
  )
  .join("\n")}
<h2>${safe(words.sources)}</h2><ol>
${brief.sources.map((one) => `<li id="s${one.n}">${one.url ? `<a href="${safe(one.url)}">${safe(one.title)}</a>` : safe(one.title)} — ${safe(words.facts(one))}</li>`).join("\n")}
</ol></body></html>
`;
}

function safe(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
}

async function wordFile(brief: Brief, locale: Locale): Promise<Buffer> {
  const { Document, ExternalHyperlink, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } =
    await import("docx");
  const words = briefWords(brief, locale);
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ text, heading: level, keepNext: true, spacing: { before: 280, after: 80 } });
  const spacing = { after: 100 } as const;
  const line = (text: string) => new Paragraph({ spacing, children: [new TextRun(text)] });
  const quote = ({ text, source }: Quoted) => `${text} [${source}]`;
  const children = [
    heading(words.title, HeadingLevel.TITLE),
    line(`${words.asOf}. ${words.counts}.`),
    heading(words.contents, HeadingLevel.HEADING_1),
    ...brief.stories.map(({ shown }, at) => line(`${at + 1}. ${shown}`)),
    ...brief.stories.flatMap(({ shown, original, sentences, figures, sources }, at) => [
      heading(`${at + 1}. ${shown}`, HeadingLevel.HEADING_2),
      ...(original === null ? [] : [line(original)]),
      ...sentences.map((one) => new Paragraph({ text: quote(one), spacing, indent: { left: 400 } })),
      ...figures.map(([one, other]) => line(`${words.differ}: ${quote(one)} / ${quote(other)}`)),
      line(`${words.sources}: ${sources.map((n) => `[${n}]`).join(" ")}`),
    ]),
    heading(words.sources, HeadingLevel.HEADING_1),
    ...brief.sources.map((one) => {
      const title = new TextRun({ text: one.title, ...(one.url && { style: "Hyperlink" }) });
      return new Paragraph({
        spacing,
        children: [
          new TextRun(`${one.n}. `),
          one.url ? new ExternalHyperlink({ children: [title], link: one.url }) : title,
          new TextRun(` — ${words.facts(one)}`),
        ],
      });
    }),
  ];
  const page = new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
  const footers = { default: new Footer({ children: [new Paragraph({ children: [page] })] }) };
  return Packer.toBuffer(new Document({ title: words.title, sections: [{ footers, children }] }));
}
