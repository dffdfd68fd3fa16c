/** The program as a chat in the terminal, for a machine without any token. */
import { join } from "node:path";
import { loadCommands } from "../../commands/index.ts";
import type { Bot } from "../bot.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { openDelivery } from "../delivery/open.ts";
import { openDoors } from "../doors.ts";
import type { Words } from "../i18n/words.ts";
import { createBot } from "../inbox/create-bot.ts";
import { adoptConsole, createLog } from "../log.ts";
import { createSettle } from "../state/settings.ts";
import { openUnderstanding } from "../understand/open.ts";
import { followFeeds } from "./follow-feeds.ts";
import { openBesideChat, whereItIs } from "./reading-room.ts";
import { callerAtTerminal, leaveWithReader, styleOf, tell } from "./terminal.ts";
import { warmUp } from "./warm-up.ts";

export async function talk(config: Config): Promise<number> {
  leaveWithReader();
  const log = createLog({ ...config, SCO_LOG_LEVEL: config.SCO_LOG_LEVEL ?? "error" });
  adoptConsole(log);
  const commands = await loadCommands();
  const caller = callerAtTerminal(config);
  const complain = (fault: Words) => tell(fault[caller.locale]);
  const doors = await openDoors({ commands, config, log, clock: systemClock, complain });
  await doors.search.ready();
  const understanding = openUnderstanding(doors);
  const bot: Bot = createBot(doors, log, { settle: createSettle(doors.store, systemClock), understanding });
  const { chat } = await import("../../adapters/terminal/chat.ts");
  const { fileHistory } = await import("../../adapters/terminal/history.ts");
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const style = styleOf(config, caller, interactive);
  const following = followFeeds(doors, config, log);
  if (interactive) following.start();
  const { createTerminalAdapter } = await import("../../adapters/terminal/post.ts");
  const delivery = openDelivery(doors, [createTerminalAdapter(process.stdout, style)], log);
  if (interactive) delivery.start();
  if (interactive) doors.archive?.start();
  const leaving = new AbortController();
  const beside = openBesideChat(bot, doors, config, log, { interactive, leaving: leaving.signal }).then(
    (room) => {
      if (room) tell(whereItIs(room)[caller.locale]);
      return room;
    },
  );
  if (interactive) await beside;
  // While the first question is still being thought of.
  const warm = warmUp(doors, understanding, config).catch((err) =>
    log.warn({ err }, "the warm-up broke off"),
  );
  const asked = await chat(
    bot,
    caller,
    style,
    {
      ...{ input: process.stdin, output: process.stdout, interactive },
      history: fileHistory(join(config.SCO_DATA_DIR, "history")),
    },
    doors.library.size,
  );
  // A service manager gives no input: whoever reads its log should know why there is no service.
  if (!interactive && asked === 0)
    tell(
      "Nothing was asked, and neither Slack nor Discord is configured: see .env.example for their tokens.",
    );
  leaving.abort();
  await warm;
  await (await beside)?.stop();
  await delivery.stop();
  await following.stop();
  await doors.archive?.stop();
  await doors.archive?.close();
  await doors.store.close();
  return 0;
}
