/** Sayings made of frames and subjects: `{}` stands for a subject, `{o}` for one in the Russian prepositional, `{p}` for a person. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Saying } from "../../../src/eval/judge-sayings.ts";
import { randomOf } from "./fit.ts";

/** Each frame with so many of the subjects. @param besides more subjects, by language */
export function readFrames(
  folder: string,
  besides: Readonly<Record<string, readonly string[]>>,
  each = 3,
): Saying[] {
  const found: Saying[] = [];
  const random = randomOf(11);
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()) {
    const subjects: Record<string, string[]> = {};
    let want = "";
    for (const line of readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean)) {
      if (line.startsWith("# ")) want = line.slice(2);
      else if (want.startsWith("topics"))
        subjects[{ topics: "{}", "topics o": "{o}" }[want] ?? "{p}"] = [
          ...line.split("|"),
          ...(want === "topics" ? (besides[file.slice(0, 2)] ?? []) : []),
        ];
      else
        for (let turn = 0; turn < each; turn += 1) {
          const place = ["{p}", "{o}"].find((one) => line.includes(one)) ?? "{}";
          const all = subjects[place] ?? [];
          const subject = all[Math.floor(random() * all.length)] ?? "";
          const others = subjects[line.includes("{o}") ? "{o}" : "{}"] ?? [];
          const other = others[Math.floor(random() * others.length)] ?? "";
          const name = ["digest", "brief", "daily"].includes(want) ? "topic" : "query";
          found.push({
            ...{
              id: `${file}-frame-${found.length}`,
              said: line.replace(place, subject).replace(/\{o?\}/u, other),
              lang: file.slice(0, 2) as Saying["lang"],
            },
            ...{ want, args: { [name]: subject }, line: null, harm: false },
          });
        }
    }
  }
  return found;
}
