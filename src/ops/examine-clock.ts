/** Whether this machine's clock agrees with a platform's, told by the date that every HTTP answer carries. */
import type { Clock } from "../clock.ts";
import { createGuard } from "../net/guard.ts";
import { bad, type Finding, ok } from "./finding.ts";

/** Dates come in whole seconds and after a way; requests signed five minutes apart are refused. */
const SKEW_MS = 30_000;
const PATIENCE_MS = 5_000;

/** @param url any address of the platform; silence is no finding, the token's own examination tells of it */
export async function examineClock(name: string, url: string, clock: Clock): Promise<readonly Finding[]> {
  const before = clock.now();
  const guard = createGuard({ allowHosts: [new URL(url).host], clock });
  const answer = await guard.fetch(url, { deadlineMs: PATIENCE_MS }).catch(() => null);
  await guard.close();
  const told = Date.parse(answer?.headers.date ?? "");
  if (Number.isNaN(told)) return [];
  const skewMs = Math.abs((before + clock.now()) / 2 - told);
  const seconds = Math.round(skewMs / 1_000);
  return [
    skewMs < SKEW_MS
      ? ok(
          "clock",
          `This clock and ${name}'s agree.`,
          `本机时钟与 ${name} 一致。`,
          `Часы совпадают с часами ${name}.`,
        )
      : bad(
          "clock",
          `This clock is ${seconds} s away from ${name}'s; set it by NTP.`,
          `本机时钟与 ${name} 相差 ${seconds} 秒，请用 NTP 校时。`,
          `Часы расходятся с часами ${name} на ${seconds} с; настройте NTP.`,
        ),
  ];
}
