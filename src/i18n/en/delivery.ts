/** The words of what is posted, and of what is not, in English. */

export const alarm = {
  begun: "Needs somebody to look at it:",
  over: "Over:",
  lapse: (from: string, to: string) =>
    `Nothing could be saved from ${from} to ${to}: the state did not answer. It does again.`,
  more: (n: number) => `… and ${n} more; status and doctor have all.`,
  and: (names: string, n: number) => `${names} and ${n} more`,
};

export const alerts = {
  silence: (query: string, days: number) =>
    `Nothing on “${query}” for ${days === 1 ? "a day" : `${days} days`}.`,
  last: (title: string, day: string) => `The last came on ${day}: ${title}`,
  none: (day: string) => `None has come since ${day}, when this began.`,
  all: "Nothing else has come in either: the feeds may be failing.",
  rush: (query: string, n: number, usual: string) =>
    `“${query}”: ${n} articles today, where ${usual} a day are usual (the 14 days before, and this weekday).`,
};

export const exchange = {
  out: (n: number, path: string) => `Wrote ${n} entries to ${path}.`,
  in: (n: number, path: string) =>
    `Read ${n} entries from ${path}; what was there under the same names is replaced.`,
};

export const hold = {
  none: "No daily summary is set here, so there is nothing to pause.",
  until: (day: string) => `Paused. The summary comes here again from ${day} on; daily resume ends the pause.`,
  paused: "Paused. Write daily resume to have the summary here again.",
  resumed: "I post here again from the next time on.",
  held: (day: string) => `paused until ${day}`,
  heldOn: "paused until: daily resume",
  resume: "Resume",
};

export const languages = { zh: "in Chinese", en: "in English", ru: "in Russian" };

export const delivery = {
  late: (when: string) => `This summary was due at ${when}; I was away then.`,
  watched: (query: string, n: number) => (n === 1 ? `New on “${query}”` : `${n} new on “${query}”`),
  matched: "matched",
  more: (n: number) => `and ${n} more`,
  goesOn: (title: string) => `The story goes on: ${title}`,
  added: "new",
  same: (n: number) =>
    n === 1 ? "One more article said nothing new." : `${n} more articles said nothing new.`,
  retitled: (now: string, before: string) =>
    `The publisher has changed a title to “${now}” (was “${before}”).`,
  refigured: (title: string, now: string, before: string) =>
    `The publisher has changed figures of “${title}”: now ${now}; before ${before}.`,
  read: "Read",
  footer: (daily: string, since: string) =>
    `For everybody here, ${daily}${since === "" ? "" : `, since ${since}`}.`,
  change: "Change",
  end: "Stop",
  stop: "Stop this watch",
  parked: (query: string) =>
    `The watch “${query}” can no longer be looked for, so I have stopped it. Set it up again in fewer words.`,
  refused: (title: string, reason: string) =>
    `I can no longer post where you set up “${title}”: ${reason}. I have paused everything there; write daily resume in that channel once I may post again.`,
  webhookRefused: (reason: string) =>
    `The webhook that you set up for a channel takes nothing any more (${reason}), so I have ended it. The channel itself goes on; following --webhook=https://… there sets up another.`,
};

/** Why something was not sent, or not yet, in the reader's words. */
export const unsent = {
  empty: "nothing new",
  "quiet hours": "quiet hours",
  "duplicate story": "the same story was posted already",
  "nothing new in it": "it says nothing new on a story that was told",
  paused: "paused, as posting there was refused",
  held: "paused until the day that was set",
  "rate-limited": "the platform asked to wait",
  permission: "posting was refused",
  "too late": "missed by more than six hours",
  "no answer": "no answer from the platform",
  "switched off": "the platform is switched off",
  failed: "it could not be made",
};

/** What went wrong, and what to do. */
export const errors = {
  noPages:
    "There are no pages that others can reach. Whoever runs the bot sets SCO_WEB_PORT and SCO_PUBLIC_URL.",
  exchangeInShell:
    "Settings are exported and imported at the shell of whoever runs the bot: sco settings export FILE",
  nameAFile: "Name a file, for example: settings export settings.json",
  unusableFile: (path: string, reason: string) => `${path} cannot be used (${reason}). Nothing was changed.`,
  noDayToWait: (text: string) => `“${text}” is no day to come. Write it, for example, as until:2026-06-15`,
  notOfChannel: "This could not be saved, as it keeps changing. Try again.",
  noPublisher: (name: string) => `I know no publisher “${name}”. All of them: sources`,
  noSign: (name: string) => `Write -${name} to leave it out, +${name} to bring it back, or all.`,
  tooManyLeftOut: (most: number) => `At most ${most} publishers can be left out.`,
  noSetting: (text: string) =>
    `I do not know which setting “${text}” is of. Write, for example: settings language zh`,
  nameAFileToExport: "This could not be saved, as it keeps changing. Try again.",
  language: "language",
  audience: "audience",
  quiet: "time of quiet",
  choice: "choice",
  noSuchValue: (text: string, what: string, wanted: string) =>
    `“${text}” is no ${what} that I know. Write one of: ${wanted}.`,
  onlyChannels: "Quiet hours belong to a channel. Write: settings quiet 22:00-07:00 for:channel",
  full: (most: number) => `This channel already has ${most}; stop one first.`,
  changedMeanwhile:
    "Somebody changed this at the same moment, so nothing was saved. Look at it again and try once more.",
  deadLetters: (n: number) =>
    `${n === 1 ? "One row" : `${n} rows`} of schedules, watches or deliveries could not be used and ${n === 1 ? "was" : "were"} put aside; all others go on. sco doctor says why.`,
  failingWebhooks: (n: number) =>
    `${n === 1 ? "One webhook does" : `${n} webhooks do`} not take what is sent; it is tried again for a day. sco doctor names them.`,
};
