/** Understanding, wired for a bot: what was typed or said becomes a line to run, or a reply at once. */
import type { Caller, Doors } from "../command.ts";
import type { Reply } from "../reply.ts";
import { answerTo } from "./answer.ts";
import { exactLine } from "./exact.ts";
import { FRESH_MS, recallShown, rememberShown } from "./shown.ts";

export interface Understanding {
  /** `line`: run it; `meant` is what a mistyped first word may have been. `reply`: nothing is run. */
  readonly understand: (
    text: string,
    caller: Caller,
  ) => Promise<{ readonly line: string; readonly meant?: string } | { readonly reply: Reply }>;
  /** Whether words that nobody addressed to the bot clearly go on from what it showed this person here lately. */
  readonly goesOn: (text: string, caller: Caller) => Promise<boolean>;
  /** Remembers what a line showed, for what is said next. */
  readonly shown: (caller: Caller, line: string, reply: Reply) => Promise<void>;
}

/** The reader is made with the first words. @throws BotError where what was understood cannot be done */
export function openUnderstanding(doors: Doors): Understanding {
  let made: Promise<import("./understand.ts").Interpreter> | undefined;
  const reader = () => {
    made ??= import("./understand.ts").then(({ createReader }) => createReader(doors));
    return made;
  };
  return {
    async goesOn(text, caller) {
      const now = doors.clock.now();
      const before = await recallShown(doors.store, caller);
      if (before?.at === undefined || now - before.at > FRESH_MS) return false;
      return (await reader()).goesOn(text, { caller, now, before });
    },
    async understand(text, caller) {
      const { exact: plain } = exactLine(text.trim(), {
        commands: doors.commands,
        library: doors.library,
        shell: caller.platform === "terminal",
      });
      // What a command takes as it stands needs no reader; its days are read by it, and its name alone is a question.
      if (plain && plain.command.name !== "digest" && plain.line !== plain.command.name)
        return { line: plain.line };
      const before = await recallShown(doors.store, caller);
      const understood = await (await reader())(text, { caller, now: doors.clock.now(), before });
      const { line, confirm, meant, exact } = understood;
      if (exact !== undefined) return { line: exact };
      if (line === null) return { reply: answerTo(understood, caller.locale) };
      if (!confirm) return { line, ...(meant !== undefined && { meant }) };
      const { confirmation } = await import("./confirm.ts");
      return {
        reply: await confirmation(
          { ...understood, line },
          Object.assign(Object.create(doors) as Doors, { caller }),
        ),
      };
    },
    shown: (caller, line, reply) => rememberShown(doors, caller, line, reply),
  };
}
