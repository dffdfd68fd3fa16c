/** Whether this machine's clock agrees with a platform's, told by the date that every HTTP answer carries. */
import type { Clock } from "../clock.ts";
import { clock as say } from "../i18n/doctor.ts";
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
  return [skewMs < SKEW_MS ? ok("clock", say.agrees(name)) : bad("clock", say.differs(seconds, name))];
}
