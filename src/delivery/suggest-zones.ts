/** Time zones to choose from while a person types. */
import { zones } from "../language/when/zones.ts";

const FIRST = [
  "Asia/Shanghai",
  "Europe/Moscow",
  "Asia/Tashkent",
  "Asia/Almaty",
  "Asia/Kolkata",
  "Asia/Tehran",
  "UTC",
];

/** At most 25 zones that contain what was typed; the usual ones when nothing was. */
export function suggestZones(typed: string): readonly string[] {
  const text = typed.normalize("NFKC").trim().toLowerCase().replaceAll(" ", "_");
  if (text === "") return FIRST;
  return zones()
    .filter((zone) => zone.toLowerCase().includes(text))
    .slice(0, 25);
}
