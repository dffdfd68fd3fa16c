/** The words of `doctor`, in English. */

/** What every installation has. */
export const installation = {
  notExamined: (why: string) => `One part could not be examined: ${why}`,
  glossary: (n: number, file: string) => `${n} ${n === 1 ? "entry" : "entries"} of your own from ${file}`,
  oldNode: (version: string, oldest: number) => `Node ${version} is too old; install ${oldest} or newer.`,
  configured: (platforms: string) => `Settings are complete for ${platforms}.`,
  notConfigured: "Neither Slack nor Discord is configured; npm start is a chat in the terminal. See README.",
  unreadable: (fault: string) => `${fault}. Correct or remove it.`,
  articles: (n: number, publishers: number) =>
    `${n === 1 ? "1 article" : `${n} articles`}, ${publishers} publishers`,
  noArticles: "There are no articles. Run: npx sco import FILE",
  unwritable: (folder: string, why: string) =>
    `${folder} cannot be written to (${why}). Set SCO_DATA_DIR to a folder that can.`,
  free: (folder: string, megabytes: number) => `${folder} can be written to; ${megabytes} MB are free.`,
  lowDisk: (folder: string, megabytes: number) => `Only ${megabytes} MB are free at ${folder}; make room.`,
  embeddings: (ms: number, dimension: number, most: number) =>
    `The embeddings server answers in ${ms} ms with ${dimension} numbers; a search waits ${most} ms at most.`,
  noEmbeddings: (why: string) =>
    `The embeddings server cannot be used: ${why}. See SCO_EMBED_URL and SCO_EMBED_MODEL; search goes by words alone.`,
  putAside: (key: string, why: string) =>
    `${key} could not be used and was put aside: ${why}. Set it up again in its channel.`,
  journal: (folder: string) =>
    `State is kept in a journal in ${folder}; one process only. For several set REDIS_URL.`,
  brokenJournal: (fault: string) => `${fault} Mend the file, or stop the bot and put a backup back.`,
};

/** This machine's clock beside another's. */
export const clock = {
  agrees: (other: string) => `This clock and ${other}'s agree.`,
  differs: (seconds: number, other: string) =>
    `This clock is ${seconds} s away from ${other}'s; set it by NTP.`,
};

export const redis = {
  notAnswering: (why: string) => `Redis does not answer (${why}). Check REDIS_URL and that the server runs.`,
  silent: (why: string) =>
    `Redis answers, but does not tell its version, persistence and eviction (${why}); allow INFO to its user, or look there yourself.`,
  noChanges: (why: string) =>
    `Redis takes no changes (${why}). REDIS_URL must name a primary with memory and disk left, and a user that may write.`,
  tooOld: (version: string) => `Redis ${version} is too old; install 6.2 or newer.`,
  noEviction: "Redis throws nothing away.",
  eviction: (policy: string) =>
    `Redis may throw settings away (maxmemory-policy ${policy}); set it to noeviction.`,
  inMemory:
    "Redis keeps changes in memory only (appendonly no); set appendonly yes, and appendfsync always to lose nothing.",
  saved: "Redis writes every change to its log.",
  clockDiffers: (seconds: string) => `This clock is ${seconds} s away from Redis's; set both by NTP.`,
  savedLate: (fsync: string) =>
    `Redis may lose the last changes in a crash (appendfsync ${fsync}); set appendfsync always to lose nothing.`,
};

/** The channels that have a summary or a watch. */
export const channels = {
  open: (n: number) =>
    n === 1 ? "May post in the one followed channel." : `May post in all ${n} followed channels.`,
  missing: (channel: string, what: string) => `${channel}: ${what}`,
  notAsked: (platform: string, why: string) =>
    `Whether the bot may post in its channels on ${platform} cannot be asked now (${why}).`,
};

export const webhooks = {
  well: (n: number) => `${n === 1 ? "The one webhook takes" : `All ${n} webhooks take`} what is sent.`,
  otherKey: (name: string) =>
    `${name}: its secret was sealed under another SCO_SECRET_KEY; set that key again, or the webhook anew.`,
  failing: (name: string, why: string) =>
    `${name} does not take what is sent (${why}); it is tried again for a day.`,
};

export const feeds = {
  fault: (fault: string) => `${fault}. Correct it.`,
  reason: (sources: string, reason: string) => `${sources}: ${reason}`,
};

/** The archive in OpenSearch. */
export const engine = {
  empty: "It can be written to and searched; there is no index yet, the service makes it.",
  articles: (n: number, index: string, behind: number) => `${n} articles in ${index}, ${behind} on their way`,
  parked: (n: number) => `${n} articles are not taken by it; “index status” has the reasons.`,
  oldSnapshot: (days: number) => `The newest snapshot of the index is ${days} days old (docs/scaling.md).`,
  noSnapshot:
    "SCO_LOG_DAYS is set, and older articles are in OpenSearch alone: there is no snapshot of it. Take one each night (docs/scaling.md).",
  oneCopy: "There is one copy of the index only; add a node, or take snapshots (docs/scaling.md).",
};

export const slack = {
  notInstalled: "No workspace has installed the app yet; open /slack/install at the bot's public address.",
  installed: (n: number, well: number) => `Workspaces that installed the app: ${n}; all is well in ${well}.`,
  missing: (where: string, scopes: string) =>
    `${where}Scopes are missing: ${scopes}. Add them under OAuth & Permissions and reinstall the app.`,
  known: (user: string, team: string) => `Slack knows the bot as ${user} in ${team}.`,
  noHistory: (where: string, scopes: string) =>
    `${where}Without ${scopes} the bot goes on in a thread only when it is mentioned, and a post whose confirmation was lost is not made again there.`,
  socket: "Slack opens Socket Mode for the app token.",
  noSocket:
    "SLACK_APP_TOKEN lacks the scope connections:write. Make an app-level token with it under Basic Information.",
  refused: (name: string, code: string, remedy: string) =>
    `${name}: Slack refuses the token (${code}). ${remedy}`,
  sealed: (workspace: string, remedy: string) =>
    `${workspace}: SCO_SECRET_KEY does not open what is kept of it. Set the key it was installed with. Or: ${remedy}`,
  forbidden: (name: string, why: string) =>
    `Slack lets ${name} do nothing now (${why}). Ask whoever administers the workspace.`,
  notAsked: (name: string, why: string) =>
    `Slack could not be asked about ${name} (${why}). Try again in a few minutes.`,
  rateLimit: "rate limit",
  blocks: "Slack takes every kind of block that the bot shows.",
  olderBlocks: (why: string) =>
    `Slack refuses some of the bot's newer blocks (${why}); it shows older ones instead.`,
};

export const discord = {
  known: (user: string) => `Discord knows the bot as ${user}; no privileged intent is needed.`,
  refused: (status: number) =>
    `Discord refuses DISCORD_TOKEN (${status}). Reset it in the developer portal and copy it again.`,
  notAsked: (why: string) => `Discord could not be asked (${why}). Try again in a few minutes.`,
  rateLimit: "rate limit",
  elsewhere:
    "Discord sends the commands elsewhere: the application has an Interactions Endpoint URL. Empty it in the developer portal, under General Information.",
};
