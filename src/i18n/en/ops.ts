/** The words of operation, in English. */

/** What went wrong, and what to do. */
export const errors = {
  notServed: (host: string, port: number, why: string) =>
    `Health and metrics cannot be served on ${host}:${port} (${why}); set SCO_OPS_PORT to a free port, or to off.`,
};
