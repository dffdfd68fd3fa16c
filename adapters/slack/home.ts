/** The app's Home and its modals, made from the bot's own commands. */
import type { types } from "@slack/bolt";
import type { Bot } from "../../src/bot.ts";
import type { Caller } from "../../src/command.ts";
import { slack as say } from "../../src/i18n/slack.ts";
import type { Names } from "../../src/inbox/buttons.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import { firstSteps } from "../../src/inbox/welcome.ts";
import type { Block, Reply } from "../../src/reply.ts";
import { cut } from "./cut.ts";
import { LIMITS } from "./limits.ts";
import { render } from "./render.ts";
import { ANSWER_VIEW, SEARCH_VIEW } from "./surface.ts";

/** Where the typed words are in a submitted search form. */
export const FIELD = { block: "words", action: "typed" } as const;

/** What the bot does and what to begin with, how this person reads, what is followed, the newest articles, and what is not well. */
export async function homeView(
  bot: Bot,
  caller: Caller,
  nonce: string,
  inbox: Pick<Inbox, "ask">,
  keep: (reply: Reply) => Promise<Names>,
): Promise<types.HomeView> {
  const ask = async (line: string): Promise<Reply | undefined> => {
    if (!bot.commands.some(({ name }) => name === line.split(" ")[0])) return undefined;
    return inbox.ask(bot, { id: `home:${nonce}:${line}`, caller, line });
  };
  const replies = await Promise.all([ask("following"), ask("latest 5"), ask("status")]);
  const latest = replies[1]?.blocks ?? [];
  const status = replies[2];
  const reader = replies.find((reply) => reply?.reader)?.reader ?? {
    locale: caller.locale,
    zone: caller.zone,
  };
  const words = say(reader.locale);
  const nothing: Block = { kind: "prose", spans: codes(words.followsNone) };
  const followed = replies[0]?.outcome === "nothing" ? [nothing] : (replies[0]?.blocks ?? []);
  const part = (text: string, blocks: readonly Block[] = []): Block[] => {
    const shown = blocks.filter((block, at) => !(at === 0 && block.kind === "heading"));
    return shown.length > 0 ? [{ kind: "heading", text }, ...shown] : [];
  };
  const home: Reply = {
    summary: words.home,
    blocks: [
      { kind: "heading", text: words.home },
      ...words.intro.map((line): Block => ({ kind: "prose", spans: codes(line) })),
      { kind: "actions", actions: firstSteps(reader.locale) },
      { kind: "prose", spans: codes(words.you(words.language, reader.zone)) },
      ...part(words.follows, followed),
      ...part(words.newest, latest),
      ...(status?.summary ? [{ kind: "prose" as const, spans: [{ dim: status.summary }] }] : []),
    ],
    audience: "caller",
    outcome: "answered",
    reader,
  };
  return { type: "home", blocks: viewBlocks(home, caller, nonce, await keep(home)) };
}

/** Our own words mark commands with backticks. */
function codes(line: string) {
  return line.split("`").map((part, at) => (at % 2 === 1 ? { code: part } : part));
}

function viewBlocks(reply: Reply, caller: Caller, nonce: string, names: Names) {
  const reader = reply.reader ?? { locale: caller.locale, zone: caller.zone };
  return render(reply, { reader, nonce, names, room: LIMITS.viewBlocks.max, tables: false }).blocks;
}

const plain = (text: string, max: number): types.PlainTextElement => ({
  type: "plain_text",
  text: cut(text, max),
  emoji: false,
});

/** An answer as a modal. */
export function answerView(reply: Reply, caller: Caller, nonce: string, names: Names): types.ModalView {
  const words = say(caller.locale);
  return {
    type: "modal",
    callback_id: ANSWER_VIEW,
    title: plain(words.home, LIMITS.modalTitle.max),
    close: plain(words.close, LIMITS.modalTitle.max),
    blocks: viewBlocks(reply, caller, nonce, names),
  };
}

/** The search form of the global shortcut. */
export function searchView(caller: Caller): types.ModalView {
  const words = say(caller.locale);
  return {
    type: "modal",
    callback_id: SEARCH_VIEW,
    title: plain(words.searchTitle, LIMITS.modalTitle.max),
    submit: plain(words.searchGo, LIMITS.modalTitle.max),
    close: plain(words.close, LIMITS.modalTitle.max),
    blocks: [
      {
        type: "input",
        block_id: FIELD.block,
        label: plain(words.searchLabel, 2000),
        hint: plain(words.searchHint, 2000),
        element: { type: "plain_text_input", action_id: FIELD.action, max_length: 500, focus_on_load: true },
      },
    ],
  };
}

/** Whether the bot can search at all; a line that searches for exactly these words. */
export function searchRequest(bot: Bot, words: string): { command: string; values: Record<string, string> } {
  const search = bot.commands.find(({ name }) => name === "search");
  const option =
    Object.entries(search?.options ?? {}).find(([, { kind }]) => kind === "text")?.[0] ?? "query";
  return { command: "search", values: { [option]: words } };
}
