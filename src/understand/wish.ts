/** What is wished, by the command that does it; finer wishes of the rules are of one of these. */
import { QUESTIONS } from "../i18n/understand.ts";
import { hoursIn as quietHours } from "../language/when/clock-times.ts";
import { build } from "./build.ts";
import { goingOn } from "./goes-on.ts";
import type { Scene } from "./scene.ts";
import { again } from "./signs.ts";
import { moodIn } from "./small-talk.ts";
import { RESETS } from "./to-set.ts";
import { puts, type Understood } from "./understood.ts";
import type { Want } from "./wants.ts";

const WISHES = {
  quiet: "settings",
  audience: "settings",
  zone: "settings",
  language: "settings",
  "leave-out": "settings",
  everything: "following",
  watching: "following",
  once: "digest",
  happened: "digest",
  days: "digest",
  from: "latest",
  open: "read",
  title: "read",
  pause: "daily-pause",
  resume: "daily-resume",
} as const satisfies Partial<Record<Want, string>>;

/** A command's name, a kind of `daily`, or what asks for no command. */
export type Wish =
  | (typeof WISHES)[keyof typeof WISHES]
  | Exclude<Want, keyof typeof WISHES>
  | "smalltalk"
  | "followup";

/** The wish of which a finer one is. */
export function wishOf(want: Want): Wish {
  return want in WISHES ? WISHES[want as keyof typeof WISHES] : (want as Exclude<Want, keyof typeof WISHES>);
}

/** What a sentence means when it is taken for that wish; undefined where it cannot be. */
export async function asWished(wish: Wish, scene: Scene): Promise<Understood | undefined> {
  const { sentence } = scene;
  if (wish === "smalltalk") return { line: null, certain: false, mood: moodIn(sentence.low) };
  if (wish === "unclear") return puts(QUESTIONS.again);
  if (wish === "followup") return goingOn(scene);
  // A summary is much to read for who wanted something stopped.
  if (
    (wish === "digest" || wish === "brief") &&
    (sentence.has("stop") || sentence.has("pause") || sentence.slots.every.length > 0 || again(sentence))
  )
    return puts(QUESTIONS.summary);
  return build(wantOf(wish, scene), scene);
}

function wantOf(wish: Exclude<Wish, "smalltalk" | "followup">, { sentence }: Scene): Want {
  if (wish === "settings") {
    const { zones, languages } = sentence.slots;
    if (sentence.has("quiet") || quietHours(sentence.low) !== undefined) return "quiet";
    if (sentence.has("audience")) return "audience";
    if (zones.length > 0 && languages.length === 0) return "zone";
    if (RESETS.test(sentence.low)) return sentence.has("zone") ? "zone" : "language";
    return languages.length > 0 ? "language" : "settings";
  }
  if (wish === "following") return sentence.has("everywhere") ? "everything" : "watching";
  if (wish === "daily-pause") return "pause";
  if (wish === "daily-resume") return "resume";
  return wish;
}
