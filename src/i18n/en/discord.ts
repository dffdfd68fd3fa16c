/** The words of Discord, in English. */

export const discord = {
  noFile:
    "No file can be sent here (it is too large, or I lack the permission “Attach Files”). Here is its text:",
  inDirect: "I have sent you the answer directly, as it is for you alone.",
  gone: "This button is too old: its search is no longer kept. Please run the command again.",
  shared: "This has been shared already.",
  role: "That is my role. Mention me by my name instead: pick the entry with my picture after typing @. Or write /sco.",
  posted: "Shared.",
  mute: "You may not write in that channel, so nothing was shared there.",
  correct: "Correct it",
  broken: "The answer could not be shown here. Please try again.",
  missing: (permission: string) =>
    `I cannot post in this channel: the permission “${permission}” is missing. Give it to the bot in the channel's settings.`,
  unseen:
    "I cannot see this channel. Add the bot to the server and give it the permission “View Channel” there.",
  unfit: "This channel takes no messages of its own. Choose a text channel or a post in it.",
};

/** What went wrong, and what to do. */
export const errors = {
  right: (right: string, role: string | undefined) =>
    `the permission “${right}”${role ? ` or the role “${role}”` : ""}`,
  badShards: "Discord does not take this number of shards; remove DISCORD_SHARDS or set it to auto.",
  badProgram: (reason: string) =>
    `Discord does not let this version of sco-bot connect (${reason}). It asks for no privileged intent; a newer version may help.`,
  badToken:
    "Discord refuses DISCORD_TOKEN; copy the bot's token again from https://discord.com/developers/applications (Bot, Reset Token).",
  notInServer: (server: string) =>
    `The bot is not in the server ${server}, or was invited without the scope applications.commands. Invite it again.`,
  notTaken: (reason: string) => `Discord could not take the commands (${reason}). Try again later.`,
  about: "News about the Shanghai Cooperation Organization",
  notOurs:
    "I cannot post in this conversation, so nothing can be set up here. Write to me directly, or use a server that I am in.",
};

/** Permissions as Discord's own settings call them. */
export const PERMISSION_NAMES = {
  ViewChannel: "View Channel",
  SendMessages: "Send Messages",
  SendMessagesInThreads: "Send Messages in Threads",
  EmbedLinks: "Embed Links",
  ManageChannels: "Manage Channels",
};
