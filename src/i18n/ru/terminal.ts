/** The words of the terminal, in Russian. */
import type * as en from "../en/terminal.ts";

export const chat: typeof en.chat = {
  hello: (n) => `sco-bot · статей о Шанхайской организации сотрудничества: ${n}`,
  hint: "Напишите, что ищете, или: новости, сводка, помощь. Tab дополняет, Ctrl+D — выход.",
};

export const errors: typeof en.errors = {
  needsValue: (name) => `Параметру --${name} нужно значение.`,
  unusable: (name, got, examples) => `--${name} не может быть «${got}». Напишите, например: ${examples}.`,
};
