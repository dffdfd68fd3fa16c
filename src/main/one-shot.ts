/** The program as a command: one line, one answer, an exit code. */
import { loadCommands } from "../../commands/index.ts";
import { clockAt, systemClock } from "../clock.ts";
import type { Caller, Doors } from "../command.ts";
import type { Config } from "../config.ts";
import type { Missing } from "../delivery/examine.ts";
import { openDoors } from "../doors.ts";
import type { Locale } from "../i18n/words.ts";
import { createBot } from "../inbox/create-bot.ts";
import { adoptConsole, createLog, type Log } from "../log.ts";
import type { Examine } from "../ops/finding.ts";
import { createSettle } from "../state/settings.ts";
import type { StateStore } from "../state/store.ts";
import { openUnderstanding } from "../understand/open.ts";
import { platforms } from "./platforms.ts";
import { callerAtTerminal, leaveWithReader, styleOf, tell } from "./terminal.ts";

/** @param faults what is wrong with the settings, for `doctor` */
export async function oneShot(
  argv: readonly string[],
  config: Config,
  faults: readonly string[] = [],
): Promise<number> {
  leaveWithReader();
  const { answerOnce, readArguments, ArgumentError } = await import("../../adapters/terminal/one-shot.ts");
  try {
    const invocation = readArguments(argv);
    const log = createLog({ ...config, SCO_LOG_LEVEL: config.SCO_LOG_LEVEL ?? "error" });
    adoptConsole(log);
    const caller = callerAtTerminal(config, invocation.locale, invocation.zone);
    const clock = invocation.now === undefined ? systemClock : clockAt(invocation.now);
    const commands = await loadCommands();
    const doors = await openDoors({
      commands,
      config,
      log,
      clock,
      corpus: invocation.corpus,
      register: async (name, place) => {
        const platform = platforms.find((one) => one.name === name && one.configured(config));
        return platform?.register?.(config, commands, place);
      },
      complain: (fault) => tell(fault[caller.locale]),
      patient: true,
      progress: tell,
      faults,
      examining: invocation.line.startsWith("doctor"),
      platforms: (store) => examinePlatforms(config, store, log),
    });
    if (invocation.corpus !== undefined && doors.library.size === 0)
      return refuse(invocation.json ? faultsOf(doors, caller) : "", invocation.json);
    const bot = createBot(doors, log, {
      settle: settling(doors, invocation),
      understanding: openUnderstanding(doors),
    });
    const code = await answerOnce(bot, invocation, caller, styleOf(config, caller), (text) =>
      process.stdout.write(text),
    );
    await doors.feeds.close();
    await doors.archive?.close();
    await doors.store.close();
    return code;
  } catch (thrown) {
    if (!(thrown instanceof ArgumentError)) throw thrown;
    return refuse(thrown.say(thrown.locale ?? callerAtTerminal(config).locale), thrown.json);
  }
}

function faultsOf({ library }: Doors, { locale }: Caller): string {
  return library.faults.map((fault) => fault[locale]).join("\n");
}

/** Bad input on the command line itself, told as the other answers would be. */
function refuse(message: string, json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: "bad-input", message } }, null, 2)}\n`);
  else if (message !== "") tell(message);
  return 2;
}

/** What was said on this command line stands above what was set. */
function settling(
  doors: Doors,
  said: { locale?: Locale; zone?: string },
): (caller: Caller) => Promise<Caller> {
  const settle = createSettle(doors.store, systemClock);
  return async (caller) => ({
    ...(await settle(caller)),
    ...(said.locale && { locale: said.locale }),
    ...(said.zone && { zone: said.zone }),
  });
}

/** For `doctor`: each platform is asked only where it is configured, and only about channels that are followed. */
async function examinePlatforms(config: Config, store: StateStore, log: Log): Promise<readonly Examine[]> {
  const { examineChannels } = await import("../delivery/examine.ts");
  const { examineClock } = await import("../ops/examine-clock.ts");
  const { placeIn } = await import("../delivery/alarm.ts");
  const asked = platforms.filter((one) => one.configured(config));
  const operators = config.SCO_OPERATOR_CHANNEL && placeIn(config.SCO_OPERATOR_CHANNEL);
  const examining = { config, store, clock: systemClock, log };
  const missing: Missing = async (name, target, locale) => {
    const platform = asked.find((one) => one.name === name);
    return platform ? (await platform.missing(examining))(target, locale) : null;
  };
  return [
    ...asked.map((one) => () => one.examine(examining)),
    () => examineChannels(store, missing, operators || undefined),
    ...asked.slice(0, 1).map((one) => () => examineClock(one.title, one.address(config), systemClock)),
  ];
}
