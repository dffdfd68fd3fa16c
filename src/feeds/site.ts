/** Whose a host is: its registrable domain by the public suffix list, on which `gov.cn` and `co.uk` are nobody's. */
import { getDomain } from "tldts";

/** `news.mfa.gov.cn` → `mfa.gov.cn`; a host without such a domain (an IP address, `localhost`) is its own. */
export function siteOf(hostname: string): string {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname.toLowerCase();
}

/** Whether two addresses are of one site. */
export function isOneSite(a: string, b: string): boolean {
  return siteOf(new URL(a).hostname) === siteOf(new URL(b).hostname);
}
