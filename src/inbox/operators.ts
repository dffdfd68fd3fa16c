/** Who runs the bot: the people that SCO_OPERATORS names, each as their platform tells people apart. */
import type { Caller } from "../command.ts";
import { errors } from "../i18n/inbox.ts";
import type { Words } from "../i18n/words.ts";
import type { OperatorForm } from "../setting.ts";

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

/** The same where no platform is at hand, from what each declares; whoever sits at the terminal runs the bot. */
export function operatorsOf(
  operators: readonly string[],
  platforms: readonly { readonly name: string; readonly operators: OperatorForm }[],
): (who: Pick<Caller, "platform" | "workspace" | "user">) => boolean {
  return (who) => {
    const entry = `${who.platform}:${who.user}`;
    const global = platforms.some(
      ({ name, operators: { form } }) => name === who.platform && form.test(entry),
    );
    return who.platform === "terminal" || isOperator(operators, who, global);
  };
}

/** How many entries give nobody a right, and how to write them, as a sentence that names nobody; null when all are well. */
export function faultyOperators(
  operators: readonly string[],
  platforms: readonly { readonly operators: OperatorForm }[],
): Words | null {
  const wrong = operators.filter((entry) => !platforms.some((one) => one.operators.form.test(entry))).length;
  if (wrong === 0) return null;
  const forms = platforms.map((one) => one.operators.written).join(", ");
  return errors.noOperators(wrong, forms);
}
