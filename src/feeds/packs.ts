/** Groups of feeds that can be switched: packs of the list, languages and countries; SCO_PACK names those that are on. */
import { errors } from "../i18n/feeds.ts";
import type { Words } from "../i18n/words.ts";
import type { FeedSpec } from "./spec.ts";

export interface Pack {
  readonly name: string;
  readonly kind: "pack" | "language" | "country";
  /** Feeds in it. */
  readonly feeds: number;
  /** Of them, those that are followed. */
  readonly on: number;
  /** Whether SCO_PACK names it. */
  readonly named: boolean;
}

/** The groups that are followed when nothing is said. */
export const USUAL_PACKS: readonly string[] = ["core"];
/** Everything, whatever its groups. */
const ALL = "all";

type Group = readonly [name: string, kind: Pack["kind"]];

function groupsOf({ pack, language, country }: FeedSpec): Group[] {
  const all: [string | undefined, Pack["kind"]][] = [
    [pack, "pack"],
    [language, "language"],
    [country, "country"],
  ];
  return all.flatMap(([name, kind]): Group[] => (name ? [[name, kind]] : []));
}

/** Whether a name of SCO_PACK means a group; `ru` is the language, `RU` the country, other names go either way. */
function means(name: string, [group, kind]: Group): boolean {
  if (name.toLowerCase() === ALL) return true;
  if (name.toLowerCase() !== group.toLowerCase()) return false;
  return name.toLowerCase() !== "ru" || kind === (name === "RU" ? "country" : "language");
}

/** Whether a feed is in one of the groups. One that the list puts into no pack is somebody's own and always is. */
export function isInPacks(spec: FeedSpec, names: readonly string[] = USUAL_PACKS): boolean {
  return spec.pack === undefined || groupsOf(spec).some((group) => names.some((name) => means(name, group)));
}

/** All groups of a list, packs first. @param followed the addresses that are followed */
export function packsOf(
  specs: readonly FeedSpec[],
  followed: ReadonlySet<string>,
  names: readonly string[] = USUAL_PACKS,
): readonly Pack[] {
  const packs = new Map<string, Pack>();
  for (const spec of specs) {
    for (const group of groupsOf(spec)) {
      const [name, kind] = group;
      const { feeds = 0, on = 0 } = packs.get(group.join()) ?? {};
      const named = names.some((each) => means(each, group));
      const more = { feeds: feeds + 1, on: on + (followed.has(spec.url) ? 1 : 0) };
      packs.set(group.join(), { name, kind, named, ...more });
    }
  }
  const order: readonly Pack["kind"][] = ["pack", "language", "country"];
  return [...packs.values()].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.feeds - a.feeds,
  );
}

/** Names of SCO_PACK, where it is set, that no feed of the list is in, one sentence each. */
export function unknownPacks(specs: readonly FeedSpec[], names: readonly string[] = []): readonly Words[] {
  const groups = specs.flatMap(groupsOf);
  if (groups.length === 0) return [];
  const all = [...new Set(groups.map(([name]) => name))].join(", ");
  return names
    .filter((name) => name.toLowerCase() !== ALL && !groups.some((group) => means(name, group)))
    .map((name) => errors.noPack(name, ALL, all));
}
