/** The middle part of a key: whose it is. `forget` and an uninstall find everything by it. */
import { createHash } from "node:crypto";
import type { Caller } from "../command.ts";

type Place = Pick<Caller, "platform" | "workspace">;

const part = (text: string): string => encodeURIComponent(text);

/** `slack/T1/`: what every scope of a workspace starts with. */
export function workspaceScope(place: Place): string {
  return `${place.platform}/${part(place.workspace)}/`;
}

/** Where it is written that a workspace is being forgotten; whoever takes this out calls that off. */
export function leavingKey(place: Place): string {
  return `leaving:${workspaceScope(place)}:all`;
}

/** `slack/T1/C1`: a channel. */
export function channelScope(place: Place & Pick<Caller, "channel">): string {
  return workspaceScope(place) + part(place.channel);
}

/** `slack/T1/@U1`: a person in a workspace. */
export function personScope(place: Place & Pick<Caller, "user">): string {
  return `${workspaceScope(place)}@${part(place.user)}`;
}

/**
 * One of so many places, by a name. What is remembered of each thread has one: threads have no end, and so their rows
 * never grow beyond that number. The row says whose it is, as another may have taken its place.
 */
export function placeOf(name: string, places: number): string {
  return (createHash("sha256").update(name).digest().readUInt32BE() % places).toString(36);
}
