/** Understanding, wired for a bot: what was typed or said becomes a line to run, or a reply at once. */
import type { Caller, Doors } from "../command.ts";
import type { Reply } from "../reply.ts";
import { answerTo } from "./answer.ts";
import { recallShown, rememberShown } from "./shown.ts";

export interface Understanding {
  /** `line`: run it; `meant` is what a mistyped first word may have been. `reply`: nothing is run. */
  readonly understand: (
    text: string,
    caller: Caller,
  ) => Promise<{ readonly line: string; readonly meant?: string } | { readonly reply: Reply }>;
  /** Remembers what a line showed, for what is said next. */
  readonly shown: (caller: Caller, line: string, reply: Reply) => Promise<void>;
}

/** The reader is made with the first words. @throws BotError where what was understood cannot be done */
export function openUnderstanding(doors: Doors): Understanding {
  let reader: Promise<import("./understand.ts").Reader> | undefined;
  return {
    async understand(text, caller) {
      reader ??= import("./understand.ts").then(({ createReader }) => createReader(doors));
      const before = await recallShown(doors.store, caller);
      const understood = await (await reader)(text, { caller, now: doors.clock.now(), before });
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
    shown: (caller, line, reply) => rememberShown(doors.store, caller, line, reply),
  };
}
