/** All outlets of the pack on one local server, each under its own name, on a clock that the test turns; with faults. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import iconv from "iconv-lite";
import { type Form, formOf, type Outlet } from "./forms.ts";
import { type NewsItem, newsItem } from "./news.ts";

export const DAY = 86_400_000;

/** What befalls an outlet: a request at an instant is answered otherwise. */
export interface Fault {
  readonly outlet: string;
  /** Days since the start, [from, to). */
  readonly from: number;
  readonly to?: number;
  readonly what:
    | "403"
    | "404"
    | "410"
    | "503"
    | "page"
    | "moved"
    | "silent"
    | "broken"
    | "frozen"
    | "taken over";
}

export interface Served {
  readonly outlet: Outlet;
  readonly form: Form;
  readonly item: NewsItem;
  /** The headline that was given last. */
  title: string;
}

export interface Press {
  readonly port: number;
  readonly outlets: ReadonlyMap<string, Outlet>;
  /** What was given to somebody, by outlet and number. */
  readonly served: ReadonlyMap<string, Served>;
  readonly requests: { feeds: number; unchanged: number; pages: number };
  close(): Promise<void>;
}

export async function openPress(
  outlets: ReadonlyMap<string, Outlet>,
  faults: readonly Fault[],
  { start, now }: { start: number; now: () => number },
): Promise<Press> {
  const served = new Map<string, Served>();
  const pages = new Map<string, Served>();
  const requests = { feeds: 0, unchanged: 0, pages: 0 };
  const made = new Map<string, NewsItem>();

  const faultOf = ({ name }: Outlet) => {
    const days = (now() - start) / DAY;
    return faults.find((one) => one.outlet === name && days >= one.from && days < (one.to ?? 99))?.what;
  };
  const instantOf = (n: number, perDay: number) => {
    const gap = DAY / perDay;
    return Math.floor((start - 40 * DAY + n * gap + ((n * 7_919) % 100) * gap * 0.009) / 60_000) * 60_000;
  };
  function itemsOf(outlet: Outlet, form: Form): readonly NewsItem[] {
    const silent = faults.find((one) => one.outlet === outlet.name && one.what === "silent");
    const until = Math.min(now() - 60_000, silent ? start + silent.from * DAY : Number.POSITIVE_INFINITY);
    const frozen = faultOf(outlet) === "frozen" ? 200 * DAY : 0;
    const last = Math.floor(((until - start) / DAY + 40) * form.perDay);
    const some: NewsItem[] = [];
    for (let n = last; n >= 0 && some.length < form.holds; n--) {
      const at = instantOf(n, form.perDay);
      if (at > until) continue;
      const key = `${outlet.name} ${n}`;
      const item =
        made.get(key) ??
        newsItem(outlet.name, outlet.language, {
          n,
          at: at - frozen,
          share: form.share,
          inTitle: form.kind === "list",
        });
      made.set(key, item);
      some.push(item);
    }
    return some;
  }
  const titleOf = (item: NewsItem) => (now() - item.at > 5 * 3_600_000 ? item.later : item.title);

  function feed(outlet: Outlet, response: ServerResponse, request: IncomingMessage): void {
    const form = formOf(outlet);
    const others = outlet.name.includes("importnews")
      ? [...outlets.values()].filter(({ name }) => name.includes("chinanews.com.cn/rss/world"))
      : [];
    const all = [outlet, ...others].flatMap((one) =>
      itemsOf(one, formOf(one))
        .slice(0, one === outlet ? 99 : 6)
        .map((item) => ({ outlet: one, form: formOf(one), item, title: titleOf(item) })),
    );
    const fault = faultOf(outlet);
    const etag = `"${createHash("sha1")
      .update(`${fault}${all.map(({ item, title }) => `${item.n}${title}`).join()}`)
      .digest("hex")}"`;
    requests.feeds += 1;
    if (request.headers["if-none-match"] === etag) {
      requests.unchanged += 1;
      response.writeHead(304).end();
      return;
    }
    for (const one of all) {
      served.set(`${one.outlet.name} ${one.item.n}`, one);
      pages.set(`${hostOf(one.outlet)}${one.form.address(one.item, one.outlet)}`, one);
    }
    const text = form.kind === "list" ? listOf(outlet, form, all) : feedOf(outlet, form, all, port, fault);
    const { charset = "utf-8", declares = false } = form;
    const type = form.kind === "list" ? "text/html" : "application/xml";
    response.writeHead(200, {
      etag,
      "content-type": declares ? `${type}; charset=${charset === "gb18030" ? "GB2312" : charset}` : type,
    });
    response.end(iconv.encode(text, charset));
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const name = `${(request.headers.host ?? "").split(":")[0]}${path}`;
    const outlet = outlets.get(name) ?? outlets.get(name.replace("/rss-moved/", "/feed/"));
    const page = pages.get(name);
    if (outlet) {
      const fault = faultOf(outlet);
      if (fault === "moved" && !path.includes("rss-moved")) {
        response.writeHead(301, { location: path.replace("/feed/", "/rss-moved/") }).end();
      } else if (fault === "page") response.writeHead(200, { "content-type": "text/html" }).end(HOME);
      else if (fault && /^\d/.test(fault))
        response
          .writeHead(Number(fault), fault === "503" ? { "retry-after": "7200" } : {})
          .end("<html>No</html>");
      else feed(outlet, response, request);
    } else if (page?.form.page) {
      requests.pages += 1;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(page));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ port, outlets, served, requests },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const HOME = `<!doctype html><html><head><title>Home</title></head><body><p>Please wait while your browser is checked.</p><ul>${[1, 2, 3, 4].map((n) => `<li><a href="/section/${n}/">Everything about section number ${n}</a></li>`).join("")}</ul></body></html>`;

const hostOf = ({ name }: Outlet) => name.slice(0, name.indexOf("/"));
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function feedOf(outlet: Outlet, form: Form, all: readonly Served[], port: number, fault?: string): string {
  const text = (words: string) => (form.cdata ? `<![CDATA[<p>${words}</p>]]>` : escaped(words));
  const entries = all.map(({ outlet: own, form: as, item, title }) => {
    const link = `http://${hostOf(own)}:${port}${as.address(item, own)}`;
    const guid = form.guid === "link" ? link : `${own.name}-${item.n}`;
    const amp = fault === "broken" && item.n % 3 === 0 ? " & <b>R&D" : "";
    const date = as.date(item, own);
    if (form.kind === "atom")
      return `<entry><id>tag:${guid}</id><title>${escaped(title)}</title><link href="${link}"/><updated>${date}</updated><summary/><content type="html">${text(item.text)}</content></entry>`;
    if (form.kind === "rdf")
      return `<item rdf:about="${link}"><title>${escaped(title)}</title><link>${link}</link><dc:date>${date}</dc:date><description>${text(item.text)}</description></item>`;
    const id = form.guid === "none" ? "" : `<guid isPermaLink="${form.guid === "link"}">${guid}</guid>`;
    return `<item><title>${escaped(title)}${amp}</title><link>${link}</link>${id}<pubDate>${date}</pubDate><description>${text(item.text)}</description></item>`;
  });
  const encoding = form.declares && form.charset ? form.charset : "utf-8";
  const prolog =
    form.charset && !form.declares ? '<?xml version="1.0"?>' : `<?xml version="1.0" encoding="${encoding}"?>`;
  const language = fault === "taken over" ? "id" : outlet.language;
  if (form.kind === "atom")
    return `${prolog}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>${outlet.name}</title>${entries.join("")}</feed>`;
  if (form.kind === "rdf")
    return `${prolog}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://x.example/"><title>${outlet.name}</title></channel>${entries.join("")}</rdf:RDF>`;
  return `${prolog}<rss version="2.0"><channel><title>${outlet.name}</title><link>http://${hostOf(outlet)}/</link><language>${language}</language>${entries.join("")}</channel></rss>`;
}

function listOf(outlet: Outlet, form: Form, all: readonly Served[]): string {
  const meta =
    form.declares && form.charset ? `<meta charset="GB2312">` : form.charset ? "" : '<meta charset="utf-8">';
  const menu = [["/about.html", "About"], ...(form.menu ?? [])].map(
    ([path, words]) => `<li><a href="${path}">${words}</a></li>`,
  );
  const items = all.map(({ item, title, outlet: own }) => {
    const date = form.date(item, own);
    return `<li><div class="t"><a href="${form.address(item, own)}" target="_blank">${escaped(title)}</a></div>${date ? `<span class="date">${date}</span>` : ""}</li>`;
  });
  return `<!doctype html><html lang="${outlet.language}"><head>${meta}<title>${outlet.name}</title></head><body><nav><ul>${menu.join("")}</ul></nav><div class="list"><ul>${items.join("\n")}</ul></div></body></html>`;
}

function pageOf({ item, outlet, form, title }: Served): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><div class="info">${form.page?.(item, outlet)}</div><div class="text"><p>${item.text}</p><p>${item.text}</p></div></body></html>`;
}
