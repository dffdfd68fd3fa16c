/** The words that every room may need, in English. */

/** What went wrong, and what to do. */
export const errors = {
  needsRight: (right: string) =>
    `This changes what the channel gets; for that you need ${right}. Ask somebody who has it.`,
  channelRight: "the right to manage the channel",
  cannotManageWorkspace:
    "This holds for the whole server or workspace. Those who may manage the server, and admins and owners of the workspace, can change it. Ask one of them.",
  onlyInShell:
    "A file can only be written in the shell of whoever runs the bot. Without out, the answer is shown here.",
  notWritten: (file: string, why: string) =>
    `${file} cannot be written (${why}); name a file in a folder that exists.`,
};
