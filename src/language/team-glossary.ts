/** A team's own names, in the form of corpus/glossary.tsv: read on top of it, with every faulty line told. */
import { readFileSync, statSync } from "node:fs";
import type { Words } from "../i18n/words.ts";
import { type GlossaryEntry, parseGlossaryLine } from "./glossary.ts";

/** A larger file is no list of names. */
const MOST_BYTES = 2_000_000;
/** Faults that are told one by one. */
const MOST_FAULTS = 20;

export interface TeamGlossary {
  readonly entries: readonly GlossaryEntry[];
  /** One a line that cannot be used, with its number; the other lines are used. */
  readonly faults: readonly Words[];
}

/** Reads the file; never throws: what is wrong is among the faults. */
export function readTeamGlossary(path: string): TeamGlossary {
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES)
      return { entries: [], faults: [told(path, "larger than 2 MB", "大于 2 MB", "больше 2 МБ")] };
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { entries: [], faults: [told(path, reason, reason, reason)] };
  }
  const entries: GlossaryEntry[] = [];
  const faults: Words[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const entry = parseGlossaryLine(line);
    if (entry) entries.push(entry);
    else if (faults.length < MOST_FAULTS) faults.push(faultOf(path, index + 1));
  }
  return { entries, faults };
}

function told(path: string, en: string, zh: string, ru: string): Words {
  return {
    en: `SCO_GLOSSARY: ${path} cannot be read: ${en}.`,
    zh: `SCO_GLOSSARY：无法读取 ${path}：${zh}。`,
    ru: `SCO_GLOSSARY: не читается ${path}: ${ru}.`,
  };
}

function faultOf(path: string, line: number): Words {
  return {
    en: `SCO_GLOSSARY: line ${line} of ${path} is not used. It needs a kind (body, document, person, place, event, idea, media, term), names in Chinese, English and Russian, and pinyin, parted by tabs; a column may be empty, not all three.`,
    zh: `SCO_GLOSSARY：${path} 第 ${line} 行未采用。每行须用制表符分隔：类别（body、document、person、place、event、idea、media、term）、中文名、英文名、俄文名、拼音；名称可以留空，但不能三种语言都空。`,
    ru: `SCO_GLOSSARY: строка ${line} в ${path} не используется. Нужны через табуляцию: вид (body, document, person, place, event, idea, media, term), названия по-китайски, по-английски и по-русски и пиньинь; столбец может быть пустым, но не все три.`,
  };
}
