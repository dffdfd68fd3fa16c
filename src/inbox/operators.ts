/** Who runs the bot: the people that SCO_OPERATORS names, each as their platform tells people apart. */
import type { Caller } from "../command.ts";
import type { Words } from "../i18n/words.ts";

/** How an operator of each platform is written; ids of people are unique within a Slack workspace, and in all of Discord. */
const FORMS: readonly { readonly form: RegExp; readonly written: string }[] = [
  { form: /^slack:[A-Z0-9]+\/[A-Z0-9]+$/, written: "slack:TEAM/USER" },
  { form: /^discord:\d+$/, written: "discord:USER" },
];

/**
 * Whether this person runs the bot. `platform:WORKSPACE/USER` names one person of a workspace; `platform:USER` is enough
 * only where `global` says that no two people of the platform share an id.
 */
export function isOperator(
  operators: readonly string[],
  { platform, workspace, user }: Pick<Caller, "platform" | "workspace" | "user">,
  global: boolean,
): boolean {
  if (user === "") return false;
  return (
    operators.includes(`${platform}:${workspace}/${user}`) ||
    (global && operators.includes(`${platform}:${user}`))
  );
}

/** What gives nobody a right, as a sentence that says how to write it; null when all entries are well. */
export function faultyOperators(operators: readonly string[]): Words | null {
  const wrong = operators.filter((entry) => !FORMS.some(({ form }) => form.test(entry)));
  if (wrong.length === 0) return null;
  const shown = wrong.slice(0, 5).join(", ");
  const forms = FORMS.map(({ written }) => written).join(", ");
  return {
    en: `SCO_OPERATORS: ${shown} gives nobody a right. Write each person as ${forms}; the workspace's id begins with T.`,
    zh: `SCO_OPERATORS：${shown} 不会授予任何人权限。请按 ${forms} 的形式填写；工作区编号以 T 开头。`,
    ru: `SCO_OPERATORS: ${shown} никому не даёт прав. Записывайте каждого так: ${forms}; номер рабочего пространства начинается с T.`,
  };
}
