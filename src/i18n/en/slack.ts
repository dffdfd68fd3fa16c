/** The words of Slack, in English. */

export const slack = {
  fileDirect: "The file is in your direct messages.",
  fileThread: "The file is in this thread.",
  fileChannel: "The file is in this channel.",
  noFileScope:
    "The file cannot be sent, as the app lacks the scope files:write; whoever runs it adds that under OAuth & Permissions and reinstalls. Here is its text:",
  noFile: "The file could not be sent just now; here is its text:",
  confidential: "This is for you alone, so it is not where you asked.",
  inDirect: "I have sent you the answer directly, as it is for you alone.",
  gone: "This button is too old: what it stood for is no longer kept. You can search again.",
  again: "Search again",
  unreadable: "I could not read what this button stands for. Please run the command again.",
  unavailable: "The saved search cannot be read at the moment. Please try again in a minute.",
  tooLong: "This answer could not be shown in full. Please narrow the search.",
  noPost: "I may not post where you asked, so here is my answer. Invite me there with /invite @sco.",
  invite: "I am not in that channel. Invite me there with /invite @sco, then try again.",
  archived: "That channel is archived. Unarchive it or choose another one.",
  unseen: "I cannot see that channel. If it is private, invite me there with /invite @sco, then try again.",
  noAccess: "I am not installed in that workspace any more.",
  sharedBy: (name: string) => `Shared by ${name}`,
  shared: "Shared.",
  sharedAlready: "This has been shared already.",
  mute: {
    absent:
      "Slack does not show that you are in that channel, so I post nothing there in your name. Join it, or write the command there yourself.",
    restricted:
      "Not everybody may write in that channel, and Slack does not name you among those who may, so I post nothing there in your name.",
  },
  home: "SCO news",
  promptsTitle: "Ask, or begin with one of these",
  prompts: [
    { title: "Today's news", message: "What's new today?" },
    { title: "Search", message: "health ministers" },
    { title: "A summary every morning", message: "Send me a summary every day at 9" },
    { title: "What can you do?", message: "help" },
  ],
  intro: [
    "I find and follow news about the Shanghai Cooperation Organization in Chinese, English and Russian.",
    "Write to me here, or mention me in a channel; or type `/sco search health ministers`, `/sco digest`, `/sco watch Central Asia energy`.",
  ],
  you: (language: string, zone: string) =>
    `You read ${language}, and your time zone is ${zone}. Change it with \`/sco settings\`.`,
  language: "English",
  follows: "Followed in this workspace",
  followsNone:
    "You follow nothing here yet. In a channel, type `/sco daily 09:00` or `/sco watch Central Asia energy`.",
  newest: "Newest articles",
  searchTitle: "Search SCO news",
  searchLabel: "What are you looking for?",
  searchHint: "Chinese, English or Russian; every language finds the others.",
  searchGo: "Search",
  close: "Close",
  empty: "Type a word or two first.",
  searching: "Searching…",
};

/** What went wrong, and what to do. */
export const errors = {
  copy: "Copy it again from the app's settings.",
  install: "Install the app there again, at /slack/install.",
  forOrganisations:
    "I cannot be installed for a whole organization. Install me in each workspace that shall have me, at /slack/install.",
  otherKey:
    "I cannot open what I keep of this workspace: SCO_SECRET_KEY is another one than when I was installed. Whoever runs me has to set the old key after the new one, with a comma between, or install me again.",
  notInstalled: (workspace: string) =>
    `I am not installed in the workspace ${workspace}. Install me there first.`,
  wrongToken: (name: string, reason: string) =>
    `Slack does not accept ${name} (${reason}). Copy it again from the app's settings.`,
};

/** What those are told who may not change what a channel gets, by what they are to the workspace. */
export const BARRED = {
  guest:
    "This changes what the channel gets; guests of a workspace can search and read, but not do that. Ask one of its members.",
  outsider:
    "This changes what the channel gets; people of another organization can search and read here, but not do that. Ask a member of this workspace.",
  unknown:
    "Slack has not told me in time whether you are a member of this workspace, so I change nothing. Try again in a minute.",
  others:
    "Slack has not shown me that this conversation is between you and me alone, so nothing can be set up here. Write to me directly, or use a channel that I am in.",
};
