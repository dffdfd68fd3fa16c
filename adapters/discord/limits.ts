/** Discord's documented limits, each with its source; every body that this adapter sends keeps them. */

/** https://discord.com/developers/docs/resources/message#create-message and #embed-object-embed-limits */
export const MESSAGE = {
  content: 2000,
  embeds: 10,
  /** Title, description, fields, footers and authors of all embeds of a message together. */
  embedSum: 6000,
  /** Keeps a retried post single for a few minutes. */
  nonce: 25,
} as const;

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const EMBED = { title: 256, description: 4096, url: 2048 } as const;

/** https://discord.com/developers/docs/resources/message#attachment-object-attachment-structure */
export const ATTACHMENT = { description: 1024, files: 10, bytes: 10 * 1024 * 1024 } as const;

/** https://discord.com/developers/docs/components/reference */
export const COMPONENT = {
  rows: 5,
  buttonsInRow: 5,
  label: 80,
  customId: 100,
  selectOptions: 25,
  selectPlaceholder: 150,
  selectLabel: 100,
  selectValue: 100,
} as const;

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal and components/reference#label */
export const MODAL = {
  fields: 5,
  title: 45,
  label: 45,
  description: 100,
  option: 100,
  /** Discord takes 4,000. */
  text: 500,
} as const;

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object */
export const COMMAND = {
  /** Lower case where the script has it. */
  name: /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u,
  description: 100,
  options: 25,
  choices: 25,
  choice: 100,
  /** Names, descriptions and values of a command with all its subcommands together, the longest localization counted. */
  sum: 8000,
} as const;
