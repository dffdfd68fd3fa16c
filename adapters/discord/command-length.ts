/** How long an application command is, as Discord counts. */

/**
 * Characters of an application command with all that is in it: of each name and description its longest translation,
 * and the choices. https://discord.com/developers/docs/interactions/application-commands#slash-commands
 */
export function lengthOf(one: {
  readonly name: string;
  readonly name_localizations?: object | null | undefined;
  readonly description?: string;
  readonly description_localizations?: object | null | undefined;
  readonly choices?: readonly { name: string; value: string | number }[] | undefined;
  readonly options?: readonly object[] | undefined;
}): number {
  const longest = (text: string, local: object | null | undefined) =>
    Math.max(text.length, ...Object.values(local ?? {}).map((other) => String(other).length));
  const values = (one.choices ?? []).map(({ name, value }) => `${name}${value}`.length);
  const parts = (one.options ?? []).map((part) => lengthOf(part as typeof one));
  return [
    longest(one.name, one.name_localizations),
    longest(one.description ?? "", one.description_localizations),
    ...values,
    ...parts,
  ].reduce((sum, n) => sum + n, 0);
}
