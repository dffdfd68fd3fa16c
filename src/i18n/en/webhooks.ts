/** The words of webhooks, in English. */

/** What went wrong, and what to do. */
export const errors = {
  noKey:
    "A webhook's secret is kept encrypted. Whoever runs the bot sets SCO_SECRET_KEY (at least 16 characters) first.",
  notSecure: "A webhook needs an address that begins with https://",
};
