/** Writes a query so that it reads back as the same query: the form that replies, watches and links show. */

import { writeDate } from "./dates.ts";
import type { Query, Term } from "./query.ts";

/** The canonical text of a query: terms, exclusions, filters, order. */
export function printQuery(query: Query): string {
  const parts = [
    ...query.clauses.map((entry) => entry.map(printTerm).join(" OR ")),
    ...query.mustNot.map((term) => (term.about ? `without:${quoted(term.text)}` : `-${printTerm(term)}`)),
    ...query.sources.map((name) => `source:${quoted(name)}`),
    ...query.notSources.map((name) => `-source:${quoted(name)}`),
    ...query.languages.map((language) => `lang:${language}`),
    ...query.notLanguages.map((language) => `-lang:${language}`),
  ];
  if (query.after) parts.push(`after:${writeDate(query.after)}`);
  if (query.before) parts.push(`before:${writeDate(query.before)}`);
  if (query.on) parts.push(`on:${writeDate(query.on)}`);
  if (query.sort) parts.push(`sort:${query.sort}`);
  return parts.join(" ");
}

/** One term as it is typed. */
export function printTerm(term: Term): string {
  return (term.title ? "title:" : "") + (term.kind === "phrase" ? `"${term.text}"` : term.text);
}

/** A filter's value, in quotes where it would not read back as one word. */
export function quoted(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.·'’-]*$/u.test(value) && !/[.·'’-]$/u.test(value)
    ? value
    : `"${value}"`;
}
