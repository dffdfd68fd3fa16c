/** `doctor`: one line for each part of the installation, green or what to do. */
import { command } from "../src/command.ts";
import { doctor as say } from "../src/i18n/commands.ts";
import type { Span } from "../src/reply.ts";

const SIGNS = { ok: "✓", warn: "!", bad: "✗" } as const;

export const doctor = command({
  name: "doctor",
  about: { en: "Examine this installation", zh: "检查安装与配置", ru: "Проверить установку" },
  options: {},
  examples: ["doctor"],
  shell: true,
  async run(_args, { caller, examinations }) {
    const { examine } = await import("../src/ops/doctor.ts");
    const findings = await examine(await examinations());
    const words = say(caller.locale);
    const undone = findings.filter(({ state }) => state === "bad").length;
    const remarks = findings.some(({ state }) => state === "warn");
    const verdict = undone > 0 ? words.todo(undone) : remarks ? words.could : words.well;
    return {
      summary: verdict,
      blocks: [
        { kind: "heading", text: words.title },
        {
          kind: "table",
          rows: findings.map(({ part, state, words: finding }): Span[] => [
            state === "ok" ? SIGNS.ok : { strong: SIGNS[state] },
            { dim: part },
            finding[caller.locale],
          ]),
        },
        { kind: "prose", spans: [verdict] },
      ],
      audience: "caller",
      outcome: undone > 0 ? "nothing" : "answered",
      data: {
        ok: undone === 0,
        findings: findings.map(({ part, state, words: finding }) => ({ part, state, message: finding.en })),
      },
    };
  },
});
