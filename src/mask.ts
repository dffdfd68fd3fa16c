/** Addresses as they may be shown: without what lets in whoever holds it. */

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
