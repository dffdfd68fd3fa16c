/** Writing a file that somebody named in the shell (`--out FILE`). */
import { writeFile } from "node:fs/promises";
import type { Caller } from "./command.ts";
import { BotError, reasonOf } from "./errors.ts";

/** @throws BotError "forbidden" outside of a shell: a path there would be one of the bot's own machine */
export function mustBeShell({ platform }: Pick<Caller, "platform">): void {
  if (platform === "terminal") return;
  throw new BotError("forbidden", {
    en: "A file can only be written in the shell of whoever runs the bot. Without out, the answer is shown here.",
    zh: "只能由运行本机器人的人在命令行里写文件。不写 out 即可在此查看。",
    ru: "Записать файл можно только в консоли того, кто запускает бота. Без out ответ будет показан здесь.",
  });
}

/** @throws BotError "bad-input" with the reason when it cannot be written */
export async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (thrown) {
    const why = reasonOf(thrown);
    throw new BotError("bad-input", {
      en: `${file} cannot be written (${why}); name a file in a folder that exists.`,
      zh: `无法写入 ${file}（${why}）；请指定一个已有文件夹中的文件。`,
      ru: `Не удаётся записать ${file} (${why}); укажите файл в существующей папке.`,
    });
  }
}
