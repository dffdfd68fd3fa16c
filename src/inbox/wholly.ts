/** What was answered without all of the archive says so, whichever command it was. */
import { remarkLines, remarkText } from "../articles/remarks.ts";
import type { Caller, Doors } from "../command.ts";
import type { Reply } from "../reply.ts";

/** Runs a command; where the search engine did not take part though it was asked, its reply gains a remark. */
export async function wholly(
  doors: Doors,
  { locale }: Pick<Caller, "locale">,
  run: () => Reply | Promise<Reply>,
): Promise<Reply> {
  const { archive } = doors;
  const before = archive?.fallbacks;
  const reply = await run();
  if (archive?.fallbacks === before || isSaid(reply)) return reply;
  const remark = { kind: "recent", articles: doors.search.size } as const;
  const remarks = [...remarksOf(reply), { kind: remark.kind, text: remarkText(remark, locale) }];
  return {
    ...reply,
    blocks: [...reply.blocks, ...remarkLines([remark], locale)],
    ...(isRecord(reply.data) && { data: { ...reply.data, remarks } }),
  };
}

const isSaid = (reply: Reply): boolean =>
  remarksOf(reply).some((remark) => isRecord(remark) && remark.kind === "recent");

function remarksOf({ data }: Reply): readonly unknown[] {
  return isRecord(data) && Array.isArray(data.remarks) ? data.remarks : [];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
