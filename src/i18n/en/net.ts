/** The words of what cannot be fetched, in English. */

/** Why something was not fetched. */
export const REFUSALS = {
  url: (what: string) => `“${what}” is not a web address. Write it like https://example.org/feed.xml`,
  scheme: (what: string) => `Only http and https addresses are fetched, not ${what}`,
  credentials: (what: string) => `The address of ${what} carries a user name or password; take it out`,
  port: (what: string) =>
    `Only ports 80 and 443 are fetched from; whoever runs the bot can allow ${what} in SCO_ALLOW_HOSTS`,
  address: (what: string) =>
    `${what} is not on the public internet; whoever runs the bot can allow it in SCO_ALLOW_HOSTS`,
  dns: (what: string) => `No server is known by the name ${what}; check the spelling`,
  redirects: (what: string) => `The server sends us in circles or too far (${what}); use the final address`,
  size: (what: string) => `The answer is larger than ${what}; it was cut off and nothing was kept`,
  queue: (what: string) => `Too many requests wait for ${what} already; try again later`,
  time: (what: string) => `The server did not finish within ${what}; try again later`,
  network: (what: string) => `The server could not be reached or broke off (${what}); try again later`,
  content: (what: string) => `What the server sent cannot be read within its limits (${what})`,
  nofeed: (what: string) =>
    `There is no feed at ${what}, and no list of articles; for an index page say what its links look like with --links "/news/*.html"`,
  page: (what: string) =>
    `There is a web page instead of a feed at ${what}; the server may give its feed to other readers only: try another address, or name an agent for it in the list`,
  robots: (what: string) =>
    `The robots.txt of ${what} asks not to read this page; with the publisher's leave write robots: false in the list`,
};

/** What went wrong, and what to do. */
export const errors = {
  status: (what: string, advice: string) =>
    `The server answered ${what} instead of a page${advice && `: ${advice}`}`,
  moved: "the address has changed or is gone; look for the new one",
  refused:
    "it refuses this network or this program; try another network, or name an agent for it in the list",
  overloaded: "it is overloaded or broken; try again later",
};
