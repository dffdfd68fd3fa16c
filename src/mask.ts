/** Addresses as they may be shown: without what lets in whoever holds it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { once } from "./once.ts";
import { root } from "./root.ts";

const SECRETIVE = /token|secret|passw|pwd|signature|credential|session|auth(?!or)|api-?_?key|^key$|^sig$/i;
const MASK = "***";

/** The text with the passwords of its addresses, and the values of parameters that are named like credentials, hidden. */
export function masked(text: string): string {
  return text
    .replace(/(:\/\/)[^\s/?#"\\]*@/g, `$1${MASK}@`)
    .replace(/([?&]([^\s=&#"?]+)=)[^\s&#"\\]+/g, (whole, before: string, name: string) =>
      SECRETIVE.test(name) ? before + MASK : whole,
    );
}

/** Words that addresses of feeds and of lists of news are made of; what is none of them may be a key. */
const PUBLIC = new Set(
  `a about agency all alternate analysis api app archive archives article articles asia asp aspx at atom blog blogs briefing
  business cat category categories cgi channel china cn comments content core culture cv daily default detail documents
  domain economy editorial en eng english entries entry eu europe event events export feed feedburner feeder feeds file files
  foreign format front fresh full general global gov group headlines home htm html id index info international item items
  json jsonfeed jsonp kg kk kz ky lang language last latest limit list lists live local main media members mfa ministry mobile
  mod more most mp n national nav new news newsfeed newsline newsroom node offset old online opinion opml org output p page pages
  paper per pk podcast policy politics popular portal post posts press private public publications q rdf read recent region
  regional regions release releases report reports rss russia russian ru s sco scroll search section sections security sitemap
  size society sort source speeches sport statements statistics stories story subscribe summary svc tag tags tj today top topic
  topics tv type uk un update updates us uz v version video view war web week weekly wire world wp www xml year yesterday zh zone
  alpha beta gamma one two three slow busy big small good bad broken moved gone night index site sites house embassy events
  health trade energy rail water bank summit forum travel science technology finance markets economy law justice defence
  central afghan afghanistan belarus india iran kazakhstan kyrgyzstan mongolia pakistan tajikistan turkey uzbekistan`.split(
    /\s+/,
  ),
);

/** What credentials are usually called: the name gives nothing away. */
const CREDENTIAL =
  /^(?:(?:api|access|auth|feed|private|secret|user)[-_]?)?(?:key|token|secret|password|passwd|pwd|auth|sig|signature|session)$/i;

/** So many has a date; more may be a key. */
const MOST_DIGITS = 8;

/** Whether a part of an address says nothing but what it leads to: known words, language codes, short numbers. */
function isPublicPart(part: string): boolean {
  const words = part.split(/[-_.~+ ]+/).filter(Boolean);
  return words.every((word) => {
    const plain = word.toLowerCase();
    return /^\d{1,4}$/.test(word) || PUBLIC.has(plain) || PUBLIC.has(plain.replace(/\d{1,3}$/, ""));
  });
}

/** Addresses of the feeds that the project ships with. The parser is loaded when something is to be hidden. */
const shipped = once((): ReadonlySet<string> => {
  try {
    const { parse }: typeof import("yaml") = createRequire(import.meta.url)("yaml");
    const list: unknown = parse(readFileSync(join(root, "corpus", "feeds.yaml"), "utf8"));
    const { feeds } = list as { readonly feeds: readonly { readonly url: string }[] };
    return new Set(feeds.map(({ url }) => new URL(url).href));
  } catch {
    // Without the list, or with one that somebody broke, nothing is known to be public.
    return new Set();
  }
});

/**
 * An address as everybody may see it: every part of its path and query that is not plainly public is hidden, as it may
 * be what lets in. One that the project ships with is public as it is. What is no web address stays as it is.
 */
export function shownAddress(address: string): string {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return masked(address);
  const { origin, pathname, search, hash, href } = new URL(address);
  let digits = MOST_DIGITS;
  const safely = (part: string) => {
    try {
      const said = decodeURIComponent(part);
      const own = said.replace(/\D+/g, "").length;
      digits -= own;
      return (own === 0 || digits >= 0) && isPublicPart(said) ? part : MASK;
    } catch {
      return MASK;
    }
  };
  const path = pathname.split("/").map(safely).join("/");
  const query = search
    .slice(1)
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf("=");
      if (at < 0) return safely(pair);
      const name = pair.slice(0, at);
      return `${CREDENTIAL.test(name) ? name : safely(name)}=${SECRETIVE.test(name) ? MASK : safely(pair.slice(at + 1))}`;
    })
    .join("&");
  const shown = `${origin}${path}${query && `?${query}`}${hash && "#…"}`;
  return shown !== href && shipped().has(href) ? address : shown;
}
