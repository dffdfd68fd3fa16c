/** What was understood of a wish that changes something, in one line, with buttons; nothing is changed before the press. */
import type { Caller, Context } from "../command.ts";
import { daysInWords, readDays } from "../delivery/read-times.ts";
import { confirm as say } from "../i18n/understand.ts";
import type { Locale } from "../i18n/words.ts";
import { type ParsedLine, parseLine, printLine } from "../inbox/parse.ts";
import type { Block, Reply } from "../reply.ts";
import { dayInWords } from "../time.ts";
import type { Understood } from "./understood.ts";

const LANGUAGES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { en: "English", zh: "Chinese", ru: "Russian" },
  zh: { en: "英文", zh: "中文", ru: "俄文" },
  ru: { en: "английский", zh: "китайский", ru: "русский" },
};

/** The reply that shows what was understood. @throws BotError when the line cannot be a command after all */
export async function confirmation(
  { line, note }: Understood & { readonly line: string },
  ctx: Pick<Context, "commands" | "search" | "clock" | "caller">,
): Promise<Reply> {
  const { caller } = ctx;
  const words = say(caller.locale);
  const parsed = parseLine(line, ctx.commands);
  const facts = await factsOf(parsed, ctx);
  const sentence = facts.join(" · ");
  const label = labelOf(parsed, words);
  const stops = label === words.stop || label === words.remove;
  const blocks: Block[] = [
    { kind: "prose", spans: [{ strong: sentence }] },
    ...(note ? [{ kind: "prose" as const, spans: [note[caller.locale]] }] : []),
    { kind: "prose", spans: [{ dim: `${words.asLine} ` }, { code: line }] },
    {
      kind: "actions",
      actions: [
        { label, run: sure(parsed), place: "here", style: stops ? "danger" : "primary" },
        ...(stops
          ? []
          : [
              {
                ...{ label: words.change, run: `help ${parsed.command.name}` },
                ...(label === words.set
                  ? { form: parsed.line, place: "here" as const }
                  : { place: "new" as const }),
              },
            ]),
      ],
    },
  ];
  return {
    summary: sentence,
    blocks,
    audience: "caller",
    outcome: "answered",
    data: { line, confirm: true },
  };
}

/** The line in a form that nobody takes for a wish again. */
function sure({ command, values }: ParsedLine): string {
  return printLine(command, command.name === "watch" ? { every: 30, ...values } : values);
}

type Say = ReturnType<typeof say>;

function labelOf({ command: { name }, values }: ParsedLine, words: Say): string {
  if (name === "forget" || (name === "saved" && values.action === "remove")) return words.remove;
  if (name === "saved") return words.save;
  if (name === "unwatch" || values.time === "off" || values.feed === "off" || values.action === "remove")
    return words.stop;
  return name === "settings" || values.time === "pause" || values.time === "resume" ? words.save : words.set;
}

async function factsOf(
  { command: { name }, values }: ParsedLine,
  ctx: Pick<Context, "search" | "clock" | "caller">,
): Promise<string[]> {
  const { caller } = ctx;
  const words = say(caller.locale);
  const text = (option: string): string => String(values[option] ?? "");
  if (name === "daily") return dailyFacts(values, caller);
  if (name === "watch") {
    const { total } = await ctx.search.search(text("query"), {
      limit: 1,
      now: ctx.clock.now(),
      zone: caller.zone,
    });
    const every = typeof values.every === "number" ? [words.every(values.every)] : [];
    return [words.watch(text("query")), ...every, total > 0 ? words.found(total) : words.none];
  }
  if (name === "unwatch") return [words.unwatch(text("which"))];
  if (name === "forget") return [words.forget];
  if (values.what === "sources") return [words.sources(text("value"))];
  if (name === "feeds") return [`${words.feeds[text("action") === "add" ? "add" : "remove"]} ${text("url")}`];
  if (name === "saved") return [`${words.saved[text("action") === "add" ? "add" : "remove"]} ${text("id")}`];
  if (name === "following") return [text("feed") === "on" ? words.feedOn : words.feedOff];
  const what = text("what") as keyof Say["names"];
  const whom = values.for === "channel" || what === "quiet" ? "channel" : "me";
  const value = text("value");
  const shown =
    LANGUAGES[caller.locale][value] ??
    (what === "audience"
      ? words.seen[value === "channel" ? "channel" : "me"]
      : value === "off"
        ? words.offValue
        : value);
  return [words.settings(words.names[what] ?? what, shown, words.whom[whom])];
}

function dailyFacts(values: ParsedLine["values"], caller: Caller): string[] {
  const words = say(caller.locale);
  const { time, zone, days, topic, lang, empty, until } = values;
  const extra = [
    ...(topic ? [words.topic(String(topic))] : []),
    ...(lang ? [words.language(LANGUAGES[caller.locale][String(lang)] ?? String(lang))] : []),
    ...(empty === "say" ? [words.say] : []),
  ];
  if (time === "off") return [words.off, ...extra];
  if (time === "resume") return [words.resume, ...extra];
  if (time === "pause")
    return [until ? words.pauseUntil(dayInWords(String(until), caller.locale)) : words.pause, ...extra];
  if (time === undefined) {
    const on = days ? [`${words.days}: ${daysInWords(readDays(String(days)), caller.locale)}`] : [];
    return [words.changed, ...on, ...(zone ? [`${words.zone}: ${zone}`] : []), ...extra];
  }
  const on = daysInWords(readDays(String(days ?? "all")), caller.locale);
  return [words.summary(on, String(time), String(zone ?? caller.zone)), ...extra];
}
