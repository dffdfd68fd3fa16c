/** A certificate for 127.0.0.1 that an authority of a test's own has signed. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Suites that use it are left out where OpenSSL is not installed: see `tiers.js`. */
export function makeCertificate() {
  const folder = mkdtempSync(join(tmpdir(), "sco-tls-"));
  const file = (name: string) => join(folder, name);
  const openssl = (...given: readonly string[]) =>
    execFileSync("openssl", given, { cwd: folder, stdio: "pipe" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...key,
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=authority",
    "-days",
    "2",
  );
  openssl("req", ...key, "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=search");
  writeFileSync(file("own.ext"), "subjectAltName=IP:127.0.0.1\n");
  const signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2"];
  openssl("x509", "-req", "-in", "own.csr", ...signed, "-extfile", "own.ext", "-out", "own.pem");
  return {
    /** For the server. */
    tls: { key: readFileSync(file("own.key")), cert: readFileSync(file("own.pem")) },
    /** The file with the authority's, for `SCO_SEARCH_CA`. */
    ca: file("ca.pem"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
