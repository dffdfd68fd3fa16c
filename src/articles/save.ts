/** Writes articles into a corpus folder, one Markdown file each; a file that is there is left as people edited it. */
import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "../article.ts";
import { BotError, reasonOf } from "../errors.ts";
import { makeFolder } from "../folder.ts";
import { errors } from "../i18n/library.ts";
import { writeMarkdown } from "./front-matter.ts";

/**
 * @param there articles of the folder, whatever their files are called
 * @returns ids of the files written and of those that were there already
 * @throws BotError("unavailable") when the folder cannot be written to
 */
export async function saveArticles(
  articles: readonly Article[],
  folder: string,
  there: readonly Article[] = [],
): Promise<{ written: string[]; known: string[] }> {
  const written: string[] = [];
  const known: string[] = [];
  try {
    await makeFolder(folder);
    const names = new Set(await readdir(folder));
    const ids = new Set(there.map(({ id }) => id));
    for (const article of articles) {
      const name = fileName(article);
      if (names.has(name) || ids.has(article.id)) known.push(article.id);
      else {
        await writeWhole(join(folder, name), writeMarkdown(article));
        written.push(article.id);
      }
    }
  } catch (thrown) {
    throw unwritable(folder, thrown);
  }
  return { written, known };
}

/** `2025-05-25-k7f2m.md`: files sort by time, and the id finds its file. */
function fileName({ id, published }: Article): string {
  return `${published?.slice(0, 10) ?? "undated"}-${id.replace(/[^\p{L}\p{N}._-]/gu, "_")}.md`;
}

/** A reader never meets half a file. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}

function unwritable(folder: string, thrown: unknown): BotError {
  const reason = reasonOf(thrown);
  return new BotError("unavailable", errors.unwritable(folder, reason), { cause: thrown });
}
