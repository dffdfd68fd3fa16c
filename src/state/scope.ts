/** The middle part of a key: whose it is. `forget` and an uninstall find everything by it. */
import type { Caller } from "../command.ts";

type Place = Pick<Caller, "platform" | "workspace">;

const part = (text: string): string => encodeURIComponent(text);

/** `slack/T1/`: what every scope of a workspace starts with. */
export function workspaceScope(place: Place): string {
  return `${place.platform}/${part(place.workspace)}/`;
}

/** `slack/T1/C1`: a channel. */
export function channelScope(place: Place & Pick<Caller, "channel">): string {
  return workspaceScope(place) + part(place.channel);
}

/** `slack/T1/@U1`: a person in a workspace. */
export function personScope(place: Place & Pick<Caller, "user">): string {
  return `${workspaceScope(place)}@${part(place.user)}`;
}
