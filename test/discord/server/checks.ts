/** Discord's documented rules for what a bot sends, written down a second time and apart from the adapter. */

type Json = Record<string, unknown>;

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const seen = (text: unknown): boolean =>
  typeof text === "string" &&
  text.replace(/[\p{Cc}\p{Cf}\p{Z}\p{M}\u2800\u3164\u115f\u1160\uffa0]/gu, "") !== "";

/** Everything that Discord (or this project's own promise) would find wrong with a message; empty when all is well. */
export function faultsOfMessage(body: Json, files: readonly string[]): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const content = body.content ?? "";
  must(typeof content === "string" && content.length <= 2000, "content is longer than 2000");
  must(!/\p{Surrogate}/u.test(JSON.stringify(body)), "a lone surrogate");
  const embeds = list(body.embeds);
  must(embeds.length <= 10, "more than 10 embeds");
  must(
    embeds.reduce((sum, embed) => sum + embedLength(embed), 0) <= 6000,
    "embeds longer than 6000 together",
  );
  const urls = embeds.flatMap(({ url }) => (url === undefined ? [] : [url]));
  must(new Set(urls).size === urls.length, "two embeds with one address");
  for (const embed of embeds) faults.push(...faultsOfEmbed(embed, files));
  must(seen(content) || embeds.length > 0 || files.length > 0, "an empty message");
  must(JSON.stringify(body.allowed_mentions) === '{"parse":[]}', "allowed_mentions is not {parse: []}");
  must(body.nonce === undefined || String(body.nonce).length <= 25, "nonce longer than 25");
  const attachments = list(body.attachments);
  must(attachments.length === files.length, "attachments and files differ");
  must(
    attachments.every(({ description }) => String(description ?? "").length <= 1024),
    "a long alt text",
  );
  faults.push(...faultsOfComponents(list(body.components)));
  return faults;
}

function embedLength(embed: Json): number {
  const part = (value: unknown) => (typeof value === "string" ? value.length : 0);
  const fields = list(embed.fields).reduce((sum, { name, value }) => sum + part(name) + part(value), 0);
  const { footer, author } = embed as { footer?: Json; author?: Json };
  return part(embed.title) + part(embed.description) + fields + part(footer?.text) + part(author?.name);
}

function faultsOfEmbed(embed: Json, files: readonly string[]): string[] {
  const faults: string[] = [];
  const { title, description, url, color } = embed;
  const image = (embed.image as Json | undefined)?.url;
  if (title !== undefined && (!seen(title) || String(title).length > 256)) faults.push("an embed's title");
  if (description !== undefined && (!seen(description) || String(description).length > 4096))
    faults.push("an embed's description");
  if (url !== undefined && !/^https?:\/\/\S{1,2040}$/.test(String(url))) faults.push("an embed's address");
  if (color !== undefined && !(Number.isInteger(color) && Number(color) <= 0xffffff)) faults.push("a colour");
  if (title === undefined && description === undefined && image === undefined) faults.push("an empty embed");
  if (image !== undefined && !files.includes(String(image).replace("attachment://", "")))
    faults.push("an embed's picture is not attached");
  if (list(embed.fields).length > 25) faults.push("more than 25 fields");
  return faults;
}

function faultsOfComponents(rows: Json[]): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  must(rows.length <= 5, "more than 5 rows");
  const parts = rows.flatMap((row) => list(row.components));
  const ids = parts.map(({ custom_id }) => String(custom_id));
  must(new Set(ids).size === ids.length, "a custom_id twice");
  must(
    ids.every((id) => id.length >= 1 && id.length <= 100),
    "a custom_id longer than 100",
  );
  for (const row of rows) {
    const within = list(row.components);
    must(row.type === 1 && within.length >= 1 && within.length <= 5, "a row without 1 to 5 parts");
    must(within.every(({ type }) => type === 2) || within.length === 1, "a menu beside something else");
  }
  for (const part of parts) {
    if (part.type === 2) {
      must(seen(part.label) && String(part.label).length <= 80, "a button's label");
      must([1, 2, 3, 4].includes(Number(part.style)), "a button's style");
    } else {
      const options = list(part.options);
      must(part.type === 3, "an unknown component");
      must(options.length >= 1 && options.length <= 25, "a menu without 1 to 25 options");
      must(new Set(options.map(({ value }) => value)).size === options.length, "an option's value twice");
      must(
        options.every(
          ({ label, value }) => seen(label) && String(label).length <= 100 && String(value).length <= 100,
        ),
        "an option longer than 100",
      );
      must(String(part.placeholder ?? "").length <= 150, "a long placeholder");
    }
  }
  return faults;
}

/** A modal as https://discord.com/developers/docs/components/reference has it: labels, each with something to fill in. */
export function faultsOfModal(modal: Json): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const within = (text: unknown, most: number) => seen(text) && String(text).length <= most;
  const labels = list(modal.components);
  must(within(modal.title, 45), "a modal's title");
  must(within(modal.custom_id, 100), "a modal's custom_id");
  must(labels.length >= 1 && labels.length <= 5, "a modal without 1 to 5 parts");
  const parts = labels.map(({ component }) => (component ?? {}) as Json);
  const ids = parts.map(({ custom_id }) => String(custom_id));
  must(new Set(ids).size === ids.length, "a custom_id twice");
  for (const { type, label, description } of labels) {
    must(type === 18, "something else than a label in a modal");
    must(within(label, 45), "a label's text");
    must(description === undefined || within(description, 100), "a label's description");
  }
  for (const part of parts) {
    const options = list(part.options);
    const chosen = options.filter((option) => option.default === true).length;
    must([3, 4, 8].includes(Number(part.type)), "an unknown part of a modal");
    if (part.type === 4) {
      must([1, 2].includes(Number(part.style)), "a text input's style");
      must(part.label === undefined, "a label inside a label");
      must(part.value === undefined || within(part.value, Number(part.max_length)), "a text input's value");
    }
    if (part.type !== 3) continue;
    must(options.length >= 1 && options.length <= 25, "a menu without 1 to 25 options");
    must(
      options.every(({ label, value }) => within(label, 100) && within(value, 100)),
      "an option of a menu",
    );
    must(chosen <= Number(part.max_values ?? 1), "more options chosen than may be");
    must(Number(part.max_values ?? 1) <= options.length, "max_values");
  }
  return faults;
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set(["zh-CN", "zh-TW", "ru", "en-US", "en-GB"]);

/** The same for the list of application commands. */
export function faultsOfCommands(commands: Json[]): string[] {
  return commands.flatMap((command) => {
    const faults: string[] = [];
    const places = list(command.integration_types);
    if (command.type === 3) return faultsOfMessageCommand(command);
    if (places.some((place) => ![0, 1].includes(Number(place)))) faults.push("integration_types");
    if (textLength(command) > 8000) faults.push("a command longer than 8000");
    return [...faults, ...faultsOfOption(command), ...faultsOfOptions(list(command.options))];
  });
}

/** One in the menu of a message: a name that people read, and nothing else. */
function faultsOfMessageCommand(command: Json): string[] {
  const names = [command.name, ...Object.values((command.name_localizations as Json | undefined) ?? {})];
  const others = ["description", "description_localizations", "options"].filter((key) => key in command);
  return [
    ...names.filter((name) => !seen(name) || String(name).length > 32).map(String),
    ...others.map((key) => `${key} of a message command`),
  ];
}

function faultsOfOptions(options: Json[]): string[] {
  const faults: string[] = [];
  if (options.length > 25) faults.push("more than 25 options");
  const names = options.map(({ name }) => name);
  if (new Set(names).size !== names.length) faults.push("an option's name twice");
  for (const locale of LOCALES) {
    const local = options.map((one) => (one.name_localizations as Json | undefined)?.[locale] ?? one.name);
    if (new Set(local).size !== local.length) faults.push(`a name twice in ${locale}`);
  }
  const firstOptional = options.findIndex(({ required }) => !required);
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required))
    faults.push("a required option after an optional one");
  for (const option of options) {
    faults.push(...faultsOfOption(option), ...faultsOfOptions(list(option.options)));
  }
  return faults;
}

function faultsOfOption(option: Json): string[] {
  const faults: string[] = [];
  const names = [option.name, ...Object.values((option.name_localizations as Json | undefined) ?? {})];
  for (const name of names)
    if (typeof name !== "string" || !NAME.test(name) || name !== name.toLowerCase())
      faults.push(`the name ${String(name)}`);
  const about = [option.description, ...Object.values((option.description_localizations as Json) ?? {})];
  if (about.some((text) => !seen(text) || String(text).length > 100))
    faults.push(`the description of ${String(option.name)}`);
  for (const field of ["name_localizations", "description_localizations"])
    for (const locale of Object.keys((option[field] as Json | undefined) ?? {}))
      if (!LOCALES.has(locale)) faults.push(`the locale ${locale}`);
  const choices = list(option.choices);
  if (
    choices.length > 25 ||
    choices.some(({ name, value }) => `${name}`.length > 100 || `${value}`.length > 100)
  )
    faults.push("choices");
  if (option.autocomplete === true && choices.length > 0) faults.push("autocomplete beside choices");
  return faults;
}

function textLength(option: Json): number {
  const longest = (...texts: unknown[]) => Math.max(...texts.map((text) => String(text ?? "").length));
  const own =
    longest(option.name, ...Object.values((option.name_localizations as Json | undefined) ?? {})) +
    longest(
      option.description,
      ...Object.values((option.description_localizations as Json | undefined) ?? {}),
    );
  const choices = list(option.choices).reduce((sum, { name, value }) => sum + `${name}${value}`.length, 0);
  return own + choices + list(option.options).reduce((sum, one) => sum + textLength(one), 0);
}

/** Completion's choices. */
export function faultsOfChoices(choices: Json[]): string[] {
  const faults: string[] = [];
  if (choices.length > 25) faults.push("more than 25 choices");
  for (const { name, value } of choices)
    if (!seen(name) || `${name}`.length > 100 || `${value}`.length > 100) faults.push("a choice");
  return faults;
}

/** Markup in a text that would come alive in Discord although nobody meant it; our own timestamps and links aside. */
export function liveMarkup(text: string): string[] {
  const withoutOurs = text.replace(/\]\(<?https?:\/\/[^\s()<>]*>?\)/g, "]");
  const found = [
    /https?:\/\//i.exec(withoutOurs),
    /@(?:everyone|here)/i.exec(text),
    /<@[!&]?\d+>/.exec(text),
    /(?<!\\)(?:\\\\)*<(?:#\d+|a?:\w+:\d+|\/[^>]*:\d+|id:\w+)>/.exec(text),
    /discord(?:app)?\.(?:gg|com\/invite|me)\//i.exec(text),
    /(?<![\\|])(?:\\\\)*\|\|/.exec(text),
  ];
  return found.flatMap((hit) => (hit ? [hit[0]] : []));
}
