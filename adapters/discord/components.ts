/** The rows below a message: buttons for its actions; what its cards offer as one menu for the page. */
import type { APIActionRowComponent, APIComponentInMessageActionRow } from "discord.js";
import type { Action } from "../../src/reply.ts";
import { isBlank, oneLine } from "./escape.ts";
import { fit } from "./fit.ts";
import { COMPONENT } from "./limits.ts";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type IdOf = (action: Action) => string;

/** A card's actions with what the card is called in a menu. */
export interface Offer {
  readonly title: string;
  readonly actions: readonly Action[];
}

const ROW = 1;
const BUTTON = 2;
const MENU = 3;
const STYLES = { primary: 1, secondary: 2, danger: 4 } as const;

/**
 * At most five rows. The message's own actions come last and always find room. What the cards of a page offer is one
 * menu for each thing to do ("Read"); what only one of them offers, and what stops something, is never in a menu, but a
 * button with the card's number.
 */
export function rows(all: readonly Offer[], actions: readonly Action[], idOf: IdOf): Row[] {
  const offers = all.filter((offer) => offer.actions.length > 0);
  const own = chunk(actions, COMPONENT.buttonsInRow).slice(0, COMPONENT.rows);
  const room = COMPONENT.rows - own.length;
  const ownRows = own.map((part) => row(part.map((action) => button(action, action.label, idOf))));
  if (offers.length === 1) {
    const single = chunk(offers[0]?.actions ?? [], COMPONENT.buttonsInRow).slice(0, room);
    return [
      ...single.map((part) => row(part.map((action) => button(action, action.label, idOf)))),
      ...ownRows,
    ];
  }
  const groups = groupsOf(offers);
  const chosen = ({ entries }: Group) =>
    entries.length > 1 && entries.every(({ action }) => action.style !== "danger");
  const menus = groups.filter(chosen).map((group, at) => row([menu(group, at, idOf)]));
  const pressed = groups
    .filter((group) => !chosen(group))
    .flatMap(({ entries }) =>
      entries.map(({ action, number }) => button(action, `${number} · ${action.label}`, idOf)),
    );
  const out = [...menus, ...chunk(pressed, COMPONENT.buttonsInRow).map(row)];
  return [...out.slice(0, room), ...ownRows];
}

interface Group {
  readonly label: string;
  readonly entries: readonly { action: Action; number: number; title: string }[];
}

function groupsOf(offers: readonly Offer[]): Group[] {
  const labels = [...new Set(offers.flatMap((offer) => offer.actions.map((action) => action.label)))];
  return labels.map((label) => ({
    label,
    entries: offers.flatMap((offer, at) =>
      offer.actions
        .filter((action) => action.label === label)
        .map((action) => ({ action, number: at + 1, title: offer.title })),
    ),
  }));
}

function button(action: Action, text: string, idOf: IdOf): APIComponentInMessageActionRow {
  return {
    type: BUTTON,
    style: STYLES[action.style ?? "secondary"],
    label: label(text, COMPONENT.label),
    custom_id: idOf(action),
  };
}

function menu({ label: name, entries }: Group, at: number, idOf: IdOf): APIComponentInMessageActionRow {
  return {
    type: MENU,
    custom_id: `menu${at}`,
    placeholder: label(`${name}…`, COMPONENT.selectPlaceholder),
    options: entries.slice(0, COMPONENT.selectOptions).map(({ action, number, title }) => ({
      label: label(`${number} · ${title}`, COMPONENT.selectLabel),
      value: idOf(action),
    })),
  };
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ROW, components };
}

function label(text: string, limit: number): string {
  const shown = fit(oneLine(text), limit);
  return isBlank(shown) ? "…" : shown;
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
