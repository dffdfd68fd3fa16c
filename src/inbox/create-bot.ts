/** Request → command → reply: in its turn it is bounded, read, permitted and run; what went wrong is worded. */
import type { Bot, Request } from "../bot.ts";
import {
  type Args,
  type Caller,
  type Command,
  type Context,
  type Doors,
  doorsWithout,
  type Options,
} from "../command.ts";
import { BotError, cannotManage } from "../errors.ts";
import { errors, reply as say } from "../i18n/inbox.ts";
import type { Locale } from "../i18n/words.ts";
import type { Log } from "../log.ts";
import { type Block, type Reply, sentence } from "../reply.ts";
import type { Understanding } from "../understand/open.ts";
import { completes, mustBeBounded } from "./bounds.ts";
import { withId } from "./example.ts";
import type { FairUse } from "./fair-use.ts";
import { find, type ParsedLine, parseLine, parseValues } from "./parse.ts";
import { wholly } from "./wholly.ts";

/** What the bot asks of other rooms around a command; each has a harmless default. */
export interface BotHooks {
  /** Lays the stored settings of the person and the channel over what the platform said. Never rejects. */
  readonly settle?: (caller: Caller) => Promise<Caller>;
  /** Reads what was typed or said; without it a line is only what it is as a command line. */
  readonly understanding?: Understanding;
  /** Runs the work in its turn, or refuses who asks too much: before anything reads what was written. */
  readonly fair?: Pick<FairUse, "run" | "complete">;
  /** Told of every command that ran, with its time in milliseconds. */
  readonly observe?: (run: { command: string; caller: Caller; outcome: string; ms: number }) => void;
}

/** Wires the commands to the doors. */
export function createBot(doors: Doors, log: Log, hooks: BotHooks = {}): Bot {
  const { fair = UNLIMITED, observe, settle = async (caller) => caller } = hooks;
  return {
    commands: doors.commands,
    async handle(request, signal) {
      const started = performance.now();
      let caller = request.caller;
      let name = "none";
      const finish = (reply: Reply, outcome: string = reply.outcome): Reply => {
        observe?.({ command: name, caller, outcome, ms: performance.now() - started });
        return reply;
      };
      try {
        return await fair.run(caller, async () => {
          mustBeBounded(textsOf(request, doors.commands));
          caller = await settle(caller);
          const parsed = await read({ ...request, caller }, doors.commands, hooks);
          if ("reply" in parsed)
            return finish({ ...parsed.reply, reader: { locale: caller.locale, zone: caller.zone } });
          name = parsed.command.name;
          permit(parsed, caller);
          const context = contextOf(doors, parsed, caller, signal);
          const reply = await wholly(doors, caller, () =>
            parsed.command.run(parsed.values as Args<Options>, context),
          );
          await hooks.understanding?.shown(caller, parsed.line, reply);
          return finish(dress(reply, parsed, caller));
        });
      } catch (thrown) {
        if (thrown instanceof BotError) return finish(refusal(thrown, caller.locale, doors), thrown.code);
        log.error({ err: thrown, request: request.id, command: name }, "a command failed");
        return finish(apology(caller.locale, request.id), "failed");
      }
    },
    async form(request) {
      let { caller } = request;
      try {
        return await fair.run(caller, async () => {
          mustBeBounded(textsOf(request, doors.commands));
          caller = await settle(caller);
          const parsed = filled(request, doors.commands);
          const { command, values } = parsed;
          if (!command.form) throw new Error(`${command.name} has no form`);
          return command.form(
            values as Partial<Args<Options>>,
            contextOf(doors, parsed, caller, AbortSignal.timeout(FORM_MS)),
          );
        });
      } catch (thrown) {
        if (thrown instanceof BotError) return refusal(thrown, caller.locale, doors);
        log.error({ err: thrown, request: request.id }, "a form failed");
        return apology(caller.locale, request.id);
      }
    },
    async goesOn(request) {
      if (!("said" in request)) return false;
      try {
        // Of most messages one look says that nothing was shown to whoever wrote them.
        const meant = request.answering ?? (await hooks.understanding?.goesOn(request.said, request.caller));
        return meant === true && (await settle(request.caller)).followups !== false;
      } catch (thrown) {
        log.warn({ err: thrown, request: request.id }, "what was said could not be read");
        return false;
      }
    },
    async suggest(request, option, typed) {
      if (!("command" in request) || !completes(typed)) return [];
      const command = find(request.command, doors.commands);
      const declared =
        command && Object.hasOwn(command.options, option) ? command.options[option] : undefined;
      if (!command || declared?.kind !== "text" || !declared.suggest) return [];
      const { suggest } = declared;
      try {
        return await fair.complete(request.caller, async () => {
          const caller = await settle(request.caller);
          const parsed = { command, values: {}, line: command.name };
          return await suggest(typed, contextOf(doors, parsed, caller, AbortSignal.timeout(2_000)));
        });
      } catch (thrown) {
        if (!(thrown instanceof BotError))
          log.warn({ err: thrown, command: command.name }, "a suggestion failed");
        return [];
      }
    },
  };
}

/** A form has to open within three seconds. */
const FORM_MS = 2_000;

/** For a process that answers one person: whoever sits at the terminal waits for nobody. */
const UNLIMITED: Pick<FairUse, "run" | "complete"> = {
  run: (_, work) => work(),
  complete: (_, work) => work(),
};

/** All that somebody wrote, but what a command bounds itself. */
function textsOf(request: Request, commands: readonly Command[]): readonly string[] {
  if ("line" in request) return [request.line, ...Object.values(request.filled ?? {})];
  if ("said" in request) return [request.said];
  const options = find(request.command, commands)?.options ?? {};
  const free = (name: string): boolean => {
    const option = options[name];
    return option?.kind === "text" && option.unbounded === true;
  };
  return Object.entries(request.values).flatMap(([name, value]) =>
    typeof value === "string" && !free(name) ? [value] : [],
  );
}

async function read(
  request: Request,
  commands: readonly Command[],
  { understanding }: BotHooks,
): Promise<ParsedLine | { readonly reply: Reply }> {
  if ("command" in request) return parseValues(find(request.command, commands), request.values);
  if ("line" in request && request.filled) {
    const { command, values } = filled(request, commands);
    return parseValues(command, values);
  }
  const text = "line" in request ? request.line : request.said;
  const read = (await understanding?.understand(text, request.caller)) ?? { line: text };
  if ("reply" in read) return read;
  const parsed = parseLine(read.line, commands);
  return "meant" in read && read.meant !== undefined ? { ...parsed, meant: read.meant } : parsed;
}

/** A line with what a form says instead of its options; an empty field takes its option away. */
function filled(request: Request, commands: readonly Command[]): ParsedLine {
  if (!("line" in request)) throw new Error("a form is of a line");
  // A command alone has nothing filled in yet.
  const alone = find(request.line, commands);
  const parsed = alone ? { command: alone, values: {}, line: alone.name } : parseLine(request.line, commands);
  return { ...parsed, values: { ...parsed.values, ...request.filled } };
}

/** The doors stay getters on the prototype, so that a room which no command uses is never made. */
function contextOf(doors: Doors, parsed: ParsedLine, caller: Caller, signal: AbortSignal): Context {
  const { limit } = parsed.values;
  const own = { caller, line: parsed.line, limit: typeof limit === "number" ? limit : undefined, signal };
  return Object.assign(Object.create(doorsWithout(doors, caller.without)) as Doors, own);
}

function permit({ command }: ParsedLine, caller: Caller): void {
  if (command.shell && caller.platform !== "terminal") {
    throw new BotError("forbidden", errors.onlyInShell(command.name));
  }
  if (command.manages && !caller.manages) {
    throw cannotManage(caller.barred);
  }
}

/** What every reply gets: the guess at a mistyped command, the audience asked for, and the button that shares it. */
function dress(reply: Reply, { command, values, line, meant }: ParsedLine, caller: Caller): Reply {
  const words = say(caller.locale);
  const guess: Block[] = meant
    ? [
        { kind: "prose", spans: [{ dim: words.meant(meant) }] },
        { kind: "actions", actions: [{ label: words.instead, run: meant, place: "new" }] },
      ]
    : [];
  const fixed = command.shell || command.manages || command.personal;
  const wanted = values.public === true ? "channel" : (caller.audience ?? reply.audience);
  // A secret is for the caller alone, whatever the channel is set to.
  const audience = reply.confidential ? "caller" : fixed ? reply.audience : wanted;
  const shares =
    command.shares &&
    !reply.confidential &&
    audience === "caller" &&
    reply.outcome === "answered" &&
    !caller.alone;
  const share: Block[] = shares
    ? [
        {
          kind: "actions",
          actions: [{ label: words.share, run: publicLine(command, line), place: "channel" }],
        },
      ]
    : [];
  return {
    ...reply,
    audience,
    ...(command.own?.(values as Args<Options>) && { own: true }),
    outcome: meant && reply.outcome === "nothing" ? "bad-input" : reply.outcome,
    blocks: [
      ...guess,
      ...(caller.alone || audience === "channel" ? unshared(reply.blocks) : reply.blocks),
      ...share,
    ],
    reader: { locale: caller.locale, zone: caller.zone },
  };
}

/** What everybody sees, or nobody else can see, has no button that shows it to everybody. */
function unshared(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "actions" && block.kind !== "card") return [block];
    const actions = (block.actions ?? []).filter(({ place }) => place !== "channel");
    return block.kind === "actions" && actions.length === 0 ? [] : [{ ...block, actions }];
  });
}

/** The flag goes before the free text, which would swallow it otherwise. */
function publicLine({ name }: Command, line: string): string {
  return line.replace(name, `${name} --public`);
}

function refusal(error: BotError, locale: Locale, { library }: Doors): Reply {
  const text = withId(error.say(locale), library);
  const outcome = error.code === "not-found" ? "nothing" : "bad-input";
  return sentence(text, outcome, { error: { code: error.code, message: text } });
}

function apology(locale: Locale, id: string): Reply {
  const text = say(locale).sorry(id);
  return sentence(text, "bad-input", { error: { code: "failed", message: text } });
}
