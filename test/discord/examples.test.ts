/** Every example of every command, as Discord would show it: nothing is refused, nothing comes alive. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { render } from "../../adapters/discord/render.ts";
import { loadCommands } from "../../commands/index.ts";
import { LOCALES } from "../../src/i18n/words.ts";
import { shippedBot } from "../commands/shipped.ts";
import { faultsOfMessage, liveMarkup } from "./server/checks.ts";

let desk: Awaited<ReturnType<typeof shippedBot>>;
let commands: Awaited<ReturnType<typeof loadCommands>>;
beforeAll(async () => {
  desk = await shippedBot();
  commands = await loadCommands();
});

afterAll(() => desk.close());

describe("what the commands answer", () => {
  it.each(LOCALES)("is a message that Discord takes (%s)", async (locale) => {
    const id = desk.library.newest()[0]?.id ?? "";
    const shown = commands.filter(({ shell, personal }) => !shell && !personal);
    for (const example of shown.flatMap(({ examples }) => examples)) {
      const reply = await desk.say(example.replaceAll("{id}", id), { platform: "discord", locale });
      const { body, files } = render(reply);
      const faults = faultsOfMessage(
        body as unknown as Record<string, unknown>,
        files.map(({ name }) => name),
      );
      const texts = [
        body.content,
        ...body.embeds.flatMap((embed) => [embed.title ?? "", embed.description ?? ""]),
      ];
      expect([example, faults, texts.flatMap(liveMarkup)]).toEqual([example, [], []]);
    }
  });
});
