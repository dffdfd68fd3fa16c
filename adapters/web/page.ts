/** The frame of every page: what previews and readers' programs read, the search box, and who speaks which language. */

import { OWN_NAMES, words } from "../../src/i18n/reading-room.ts";
import { LOCALES, type Locale } from "../../src/i18n/words.ts";
import { withQuery } from "./address.ts";
import { html, type Markup } from "./html.ts";

export interface HtmlPage {
  readonly title: string;
  /** One sentence, for previews. */
  readonly summary: string;
  readonly body: Markup;
  /** What stands in the search box. */
  readonly query?: string;
  /** Search engines may keep it. */
  readonly indexed: boolean;
}

export interface Frame {
  readonly locale: Locale;
  readonly zone: string;
  /** Path and query of this page. */
  readonly here: URL;
  /** The address under which others reach the bot, without a slash at its end; "" where it has none. */
  readonly publicUrl: string;
}

/** The whole document. */
export function framed(page: HtmlPage, { locale, zone, here, publicUrl }: Frame): Markup {
  const say = words(locale);
  const lang = here.searchParams.get("lang") ?? undefined;
  const asked = here.searchParams.get("zone") ?? undefined;
  const inLanguage = (other: Locale) =>
    withQuery(here.pathname, { ...Object.fromEntries(here.searchParams), lang: other });
  const isHome = here.pathname === "/";
  const name = isHome ? say.topic : `${page.title} – ${say.topic}`;
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.summary}">
${!page.indexed && html`<meta name="robots" content="noindex, nofollow">`}
<meta property="og:type" content="article"><meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.summary}"><meta property="og:site_name" content="${say.topic}">
${publicUrl && html`<meta property="og:url" content="${publicUrl}${here.pathname}${here.search}">`}
<link rel="stylesheet" href="/style.css"><link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="${say.newest}" href="/feed.atom">
<script src="/page.js" defer></script></head>
<body><a class="skip" href="#main">${say.skip}</a>
<header>${isHome ? html`<h1>${say.topic}</h1>` : html`<p><a href="${withQuery("/", { lang, zone: asked })}">${say.topic}</a></p>`}
${isHome && html`<p>${say.about}</p>`}
<form action="/search" role="search"><input type="search" name="q" list="offers" aria-label="${say.search}" placeholder="${say.search}" value="${page.query}" maxlength="400" autocomplete="off"><datalist id="offers"></datalist>
${lang && html`<input type="hidden" name="lang" value="${lang}">`}${asked && html`<input type="hidden" name="zone" value="${asked}">`}<button>${say.go}</button></form></header>
<main id="main">${!isHome && html`<h1>${page.title}</h1>`}${page.body}</main>
<footer><nav aria-label="${say.language}">${LOCALES.map((other) =>
    other === locale
      ? html`<span lang="${other}" aria-current="true">${OWN_NAMES[other]}</span>`
      : html`<a href="${inLanguage(other)}" lang="${other}" hreflang="${other}">${OWN_NAMES[other]}</a>`,
  )}<a href="/feed.atom">${say.feed}</a></nav><p>${say.days(zone)}</p></footer></body></html>
`;
}

/** Completion of the search box; the page works without it. */
export const SCRIPT = `
const box = document.querySelector("input[name=q]"), offers = document.querySelector("#offers");
let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const typed = box.value.trim();
    if (typed.length < 2) return;
    const found = await fetch("/suggest?q=" + encodeURIComponent(typed)).then((answer) => (answer.ok ? answer.json() : []));
    offers.replaceChildren(...found.map((text) => Object.assign(document.createElement("option"), { value: text })));
  }, 150);
});
`;

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#a4161a"/><path d="M8 22c8 3 16-1 16-5s-16-3-16-7 10-6 16-2" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/></svg>
`;
