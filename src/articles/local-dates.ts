/** Dates that people wrote by hand: in words, and without a zone. */
import type { ReadLocal } from "./draft.ts";

/** The zone of a publisher's dates; undefined where it is not known. */
export type ZoneOf = (source: string) => string | undefined;

/** Without a zone they are in the publisher's, else in the one that is usual for their language, as a feed's are. */
export async function localDates(zoneOf: ZoneOf = () => undefined): Promise<ReadLocal> {
  const { readWrittenDate, USUAL_ZONES } = await import("../feeds/dates.ts");
  return (written, source, language) => readWrittenDate(written, zoneOf(source) ?? USUAL_ZONES[language]);
}
