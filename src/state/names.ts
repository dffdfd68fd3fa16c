/** How values, claims and counters of one name stay apart inside a backend. */

export const valueName = (key: string): string => `v:${key}`;
export const claimName = (key: string): string => `c:${key}`;
export const countName = (key: string): string => `n:${key}`;

/** Every place where something of that name can be. */
export const namesOf = (key: string): readonly string[] => [valueName(key), claimName(key), countName(key)];
