/** A wish and its sentence → the command line. */
import { QUESTIONS } from "../i18n/understand.ts";
import type { Scene } from "./scene.ts";
import { overview } from "./to-compare.ts";
import { feeds } from "./to-feeds.ts";
import { ask, brief, digest, latest, ofDays, search } from "./to-find.ts";
import { daily, dailyChange, dailyOff, following, pause, unwatch, watch } from "./to-follow.ts";
import { quotes } from "./to-quote.ts";
import { about, byTitle, why } from "./to-read.ts";
import { saved } from "./to-save.ts";
import { audience, helpLine, language, leaveOut, quiet, zone } from "./to-set.ts";
import { confirms, does, puts, type Understood } from "./understood.ts";
import type { Want } from "./wants.ts";

type Build = (scene: Scene) => Understood | Promise<Understood>;

const BUILDS: Readonly<Record<Want, Build>> = {
  forget: () => confirms("forget me"),
  unclear: () => puts(QUESTIONS.among),
  quiet,
  audience,
  help: ({ sentence }) => does(helpLine(sentence)),
  zone,
  deliveries: () => does("deliveries"),
  everything: following,
  watching: following,
  once: digest,
  pause,
  resume: () => confirms("daily resume"),
  unwatch,
  "daily-off": dailyOff,
  "daily-show": () => does("daily"),
  "daily-change": dailyChange,
  daily,
  watch,
  why,
  related: (scene) => about(scene, "related"),
  read: (scene) => about(scene, "read"),
  title: byTitle,
  compare: overview("compare"),
  quotes,
  saved,
  save: saved,
  new: () => does("new"),
  trends: overview("trends"),
  coverage: overview("coverage"),
  story: overview("story"),
  feeds,
  sources: () => does("sources"),
  status: () => does("status"),
  settings: () => does("settings"),
  "leave-out": leaveOut,
  language,
  brief,
  latest,
  from: latest,
  digest,
  happened: digest,
  days: ofDays,
  ask,
  open: byTitle,
  search,
};

/** The line of a wish. */
export function build(want: Want, scene: Scene): Understood | Promise<Understood> {
  return BUILDS[want](scene);
}
