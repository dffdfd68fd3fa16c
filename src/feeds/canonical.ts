/** One address for one page: what to show, and what to compare by. */

/** Parameters that say where a reader came from, not what is read. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|yclid|dclid|msclkid|mc_[ce]id|igshid|spm|_openstat|cmpid|ncid|ito|at_(?:medium|campaign)|from|isappinstalled|share_token)$/i;

/** The address without fragment (where that is no route of the page) and tracking; it still works in a browser. */
export function cleanLink(address: string): string {
  const url = new URL(address);
  if (!/^#!?\//.test(url.hash)) url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** What two addresses of one page have in common: no scheme, no www or m, no closing slash, parameters sorted. */
export function linkKey(address: string): string {
  const url = new URL(cleanLink(address));
  url.searchParams.sort();
  const host = url.host.replace(/^(?:www|m|amp|wap)\./, "");
  const path = url.pathname.replace(/\/(?:amp|index\.(?:html?|php))?\/?$/, "");
  return `${host}${path}${url.search}${url.hash}`;
}

/** Whether an address can be an article's: a site's front page cannot. */
export function isArticleLink(address: string): boolean {
  const { pathname, search, hash } = new URL(cleanLink(address));
  return !/^\/(?:index\.\w+)?$/.test(pathname) || search !== "" || /^#!?\/./.test(hash);
}

/** Whether an address is so particular that it names one article: a long number, or a slug of four words. */
export function namesArticle(address: string): boolean {
  const { pathname, search } = new URL(cleanLink(address));
  const last = pathname.split("/").filter(Boolean).at(-1) ?? "";
  const name = last.replace(/\.\w{2,5}$/, "");
  const numbered = /\d{5,}/.test(`${name}${search}`) || (/\d{4}/.test(name) && !/^\d{4}$/.test(name));
  return numbered || name.split(/[-_]/).filter((word) => /\p{L}/u.test(word)).length >= 4;
}
