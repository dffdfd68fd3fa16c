/** Secrets at rest: AES-256-GCM under a key derived from SCO_SECRET_KEY, which may name older keys after the one in use. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export interface Seal {
  close(text: string): string;
  /** `old`: sealed under an older key, which can be left out once it is closed anew. @throws when no key opens it */
  open(sealed: string): { readonly text: string; readonly old: boolean };
}

const NONCE = 12;
const TAG = 16;

/**
 * @param secrets one secret, or several with commas between: the first seals, all of them open
 * @param purpose parts keys of different uses from each other
 */
export function createSeal(secrets: string, purpose: string): Seal {
  const [first, ...older] = [...secrets.split(","), ...(secrets.includes(",") ? [secrets] : [])].map(
    (secret) => Buffer.from(hkdfSync("sha256", secret.trim(), "sco-bot", purpose, 32)),
  );
  const newest = first ?? Buffer.alloc(0);
  return {
    close(text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", newest, nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      for (const key of older)
        try {
          return { text: opened(bytes, key), old: true };
        } catch {
          // Another key's.
        }
      return { text: opened(bytes, newest), old: false };
    },
  };
}

function opened(bytes: Buffer, key: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
}
