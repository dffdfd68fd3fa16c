/** The indices behind the alias: made with our mapping, one an analysis and number, swapped in one call. */
import { type Cluster, ClusterError } from "../../../net/cluster.ts";
import { LAYOUT, MAPPING, SETTINGS, sameMapping } from "./mapping.ts";

/** `sco-articles` for the prefix `sco`. */
export const aliasOf = (prefix: string): string => `${prefix}-articles`;

/** Name of the first index of an analysis; those that are made anew count on. @param version of the analyzer */
export function nameOf(prefix: string, version: string, number = 1): string {
  const analysis = version.replace(/[^a-z0-9]/gi, "").toLowerCase();
  return `${aliasOf(prefix)}-${analysis}-${LAYOUT}-${number}`;
}

/** The index that the alias stands for; undefined when there is none. */
export async function currentIndex(cluster: Cluster, alias: string): Promise<string | undefined> {
  const { status, body } = await cluster.ask<Record<string, unknown>>("GET", `/_alias/${alias}`, {
    allow: [404],
  });
  return status === 404 ? undefined : Object.keys(body)[0];
}

/** Makes the first index and its alias where there is none; several processes may do it at once. */
export async function ensureIndex(cluster: Cluster, prefix: string, version: string): Promise<string> {
  const alias = aliasOf(prefix);
  const there = await currentIndex(cluster, alias);
  if (there !== undefined) return there;
  const name = nameOf(prefix, version);
  await makeIndex(cluster, name, alias);
  return (await currentIndex(cluster, alias)) ?? name;
}

export async function makeIndex(cluster: Cluster, name: string, alias?: string): Promise<void> {
  const body = {
    settings: { index: SETTINGS },
    mappings: MAPPING,
    ...(alias && { aliases: { [alias]: {} } }),
  };
  await cluster.ask("PUT", `/${name}`, { body, ms: 30_000 }).catch((thrown: unknown) => {
    if (!(thrown instanceof ClusterError && thrown.type === "resource_already_exists_exception"))
      throw thrown;
  });
}

/** The alias moves from one index to another at once; nobody sees none or both. */
export async function moveAlias(cluster: Cluster, alias: string, from: string | undefined, to: string) {
  const actions = [
    ...(from === undefined ? [] : [{ remove: { index: from, alias } }]),
    { add: { index: to, alias } },
  ];
  await cluster.ask("POST", "/_aliases", { body: { actions } });
}

/** Whether what the alias stands for has the mapping that we ask of it, or is of an older layout of ours. */
export async function hasOurMapping(cluster: Cluster, alias: string): Promise<boolean> {
  const { body } = await cluster.ask<Record<string, { mappings?: unknown }>>("GET", `/${alias}/_mapping`);
  return Object.entries(body).every(([name, { mappings }]) => isOlder(name, alias) || sameMapping(mappings));
}

/** Whether an index is of an older layout: it is made anew before anything is written or looked for. */
export function isOlder(name: string, alias: string): boolean {
  const [, , layout] = name.startsWith(`${alias}-`)
    ? (/^-([a-z0-9]+)-(\d+)-\d+$/.exec(name.slice(alias.length)) ?? [])
    : [];
  return layout !== undefined && Number(layout) < LAYOUT;
}
