/** The words of summaries, watches and other things that a channel follows, in English. */

export const channelFeed = {
  made: (url: string) =>
    `What this channel follows is a feed now. Whoever has the address can read it; it is shown only now, “following --feed=on” makes another one in its place, “following --feed=off” ends it: ${url}`,
  ended: "The feed of this channel has ended; its address shows nothing any more.",
  none: "This channel has no feed.",
};

export const daily = {
  title: "Daily summaries",
  none: "No daily summary is set for this channel. Set one, for example: daily 09:00",
  saved: (when: string) => `Saved. The next summary comes ${when}.`,
  next: "next",
  preview: "Written now, it would look like this:",
  sent: "What was sent",
  change: "Change it: daily 10:30 · daily 09:00 days:mon-fri · daily 09:00 topic:energy",
  quietPreview: "Right now it would find nothing new and be left out (empty:say would say so):",
  sayPreview: "Right now it would find nothing new and say so:",
  stopped: (n: number) => (n === 1 ? "Stopped:" : `Stopped ${n}:`),
  nothing: "There is no such daily summary here, so nothing was stopped.",
  hours: "That time lies in this channel's quiet hours, so nothing would be posted; change one of them.",
  edit: "Change",
  stop: "Stop",
  again: "Set it again",
  which: "Several are set here; say which topic, or give the whole line.",
  about: "about",
  terminal: "In a terminal it is printed while the chat (npm start) is open.",
};

export const following = {
  none: "Nothing is followed here yet. In a channel, write for example: daily 09:00, or: watch Central Asia energy",
  watches: (n: number) => `${n} ${n === 1 ? "watch" : "watches"}`,
  schedules: (n: number) => `${n} daily ${n === 1 ? "summary" : "summaries"}`,
  total: (what: readonly string[], n: number) =>
    `${what.join(" and ")} in ${n} ${n === 1 ? "channel" : "channels"}`,
  yours: "Set up by you",
  webhook: (address: string, since: string) => `Webhook of this channel: ${address}, since ${since}`,
  failing: (reason: string) => `It does not take what is sent: ${reason}`,
  every: (n: number) => `at most one message in ${n} min`,
  stop: "Stop",
};

export const leaveOut = {
  out: (names: string) =>
    `Left out here: ${names}. Bring one back: settings sources +NAME, or all: settings sources all`,
  none: "No publisher is left out here. Leave one out: settings sources -tass",
  saved: "Saved.",
  savedForAll: "Saved for the whole workspace.",
  all: "Saved: no publisher is left out here any more.",
  mine: "You changed this last.",
  others: (who: string) => `Changed last by the person with the id ${who}.`,
  comma: ", ",
};

export const list = {
  title: "Deliveries",
  none: "Nothing was delivered or skipped in this channel in the last 30 days.",
  head: ["For", "Result", "What", ""],
  sent: "sent",
  skipped: "skipped",
  failed: "failed",
  pending: "pending",
  since: "since",
  open: "open",
  webhook: "webhook",
  counts: (sent: number, pending: number, other: number) =>
    `${sent} sent, ${pending} pending, ${other} not sent`,
};

export const meansNothing = (query: string) =>
  `“${query}” looks for nothing, so it was not saved. Write words, a “phrase”, or a filter.`;

export const own = {
  watch: (query: string) => `No longer watching “${query}”.`,
  schedule: (time: string) => `The summary at ${time} is stopped.`,
};

export const paused = {
  paused: (reason: string) => `Paused, as posting here was refused: ${reason}.`,
  resume: "Resume",
};

export const watch = {
  saved: (query: string, every: number) =>
    `Watching “${query}”: new articles come here as they arrive, at most one message in ${every} minutes.`,
  would: (n: number) =>
    n === 1
      ? "The last 30 days would have brought 1 article:"
      : `The last 30 days would have brought ${n} articles:`,
  nothing: "The last 30 days would have brought nothing. Check the words, or wait for the first one.",
  flood: (n: number) =>
    `That is many: about ${Math.round(n / 30)} a day. More words, or source: and lang:, make it calmer.`,
  silence: (days: number) => `Says so when nothing comes for ${days === 1 ? "a day" : `${days} days`}.`,
  rush: (times: number) => `Says so when a day brings ${times} times what is usual.`,
  calls: (id: string) => `Its messages call the group ${id}.`,
  nobody: (written: string) =>
    `“${written}” is no user group or role that may be called here. Write the id of one (in Slack: S…, under “Copy group ID”; in Discord: @role), or off.`,
  title: "Watches",
  none: "Nothing is watched in this channel. Begin with, for example: watch Central Asia energy",
  lately: "lately",
  quiet: "nothing in the last 30 days",
  every: (n: number) => `at most one message in ${n} min`,
  stop: "Stop",
  all: "All watches",
  again: "Watch again",
  stopped: (query: string) => `No longer watching “${query}”.`,
  unknown: (text: string) => `There is no watch “${text}” here; write watching to see them.`,
};

export const webhook = {
  saved: (host: string) =>
    `What this channel follows also goes to ${host} from now on; the first message says so there. Its secret, shown only now: `,
  verify: "With it the receiver checks each signature: docs/deliveries.md says how. ",
  end: "“following --webhook=off” ends it.",
  ended: "The webhook of this channel has ended, and its secret is gone.",
  none: "This channel has no webhook.",
  hello: "What this channel follows comes here from now on.",
};
