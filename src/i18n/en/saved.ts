/** The words of saved articles, of lists of hits and of the forms of a search, in English. */

export const savedArticles = {
  title: { me: "Saved by you", channel: "Saved for this channel" },
  none: {
    me: "You have saved nothing yet. Press Save under an article that you read.",
    channel: "Nothing is saved for this channel yet. Who manages it writes: saved add ID for:channel",
  },
  count: (n: number) => (n === 1 ? "1 article" : `${n} articles`),
  added: { me: "Saved for you:", channel: "Saved for this channel:" },
  already: { me: "You have saved this already:", channel: "This is saved for the channel already:" },
  removed: "Taken out of the list:",
  absent: "This was not in the list:",
  list: "The list",
  brief: "Brief of these",
  remove: "Remove",
  more: "More",
  back: "Back",
  channel: "This channel's list",
};

export const searchForm = {
  title: "Search SCO news",
  submit: "Search",
  cancel: "Close",
  label: "What are you looking for?",
  hint: "Chinese, English or Russian; every language finds the others.",
};

export const searchList = {
  written: (n: number, total: number, file: string) =>
    `${n === 1 ? "1 article is" : `${n} articles are`} in ${file}${total > n ? `; there are ${total}` : ""}.`,
  listed: (n: number, total: number) =>
    `${n === 1 ? "1 article" : `${n} articles`} as a list${total > n ? `; there are ${total}` : ""}.`,
  none: (query: string) => `Nothing matches “${query}”, so no file was written.`,
};

export const shareForm = { title: "Share this article", submit: "Share", cancel: "Cancel", label: "Channel" };

export const elsewhere = {
  unknown: (title: string) => `I do not have “${title}”.`,
  untitled: (host: string) => `I do not have this page of ${host}.`,
  near: "Near it:",
  nothing: "I have nothing near it either.",
  unread: "Its title cannot be read. Tell me its title or subject and I look for what is near it.",
  more: "Search for more",
  follow: "Look for the site's feed",
};
