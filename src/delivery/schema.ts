/** What rows of schedules, watches and deliveries look like; whatever else stands in their place is put aside. */
import * as z from "zod";
import { LOCALES } from "../i18n/words.ts";
import type { Reply } from "../reply.ts";
import { isZone } from "../time.ts";
import {
  type Delivery,
  type DeliveryPlace,
  type Done,
  type FoundArticle,
  type Pause,
  type Schedule,
  type Silence,
  type Spoke,
  type Tally,
  type Thread,
  type Watch,
  type Webhook,
  WHYS,
} from "./model.ts";

const instant = z.number().min(0);
const zone = z.string().refine(isZone, { error: ({ input }) => `unknown zone: ${String(input)}` });
const place = {
  platform: z.string().min(1),
  workspace: z.string(),
  channel: z.string().min(1),
};
const signed = { id: z.string().min(1), zone, by: z.string(), locale: z.enum(LOCALES) };

export const placeRow = z.looseObject(place) satisfies z.ZodType<DeliveryPlace>;

// Rows of later versions may say more.
export const scheduleRow = z.looseObject({
  ...place,
  ...signed,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  days: z.array(z.int().min(1).max(7)).min(1),
  topic: z.exactOptional(z.string()),
  lang: z.exactOptional(z.enum(LOCALES)),
  empty: z.enum(["skip", "say"]),
  until: z.exactOptional(z.string()),
  setUp: z.exactOptional(instant),
}) satisfies z.ZodType<Schedule>;

export const watchRow = z.looseObject({
  ...place,
  ...signed,
  query: z.string().min(1),
  every: z.number().min(0),
  silence: z.exactOptional(z.number().min(1)),
  rush: z.exactOptional(z.number().min(1)),
  mention: z.exactOptional(z.string()),
}) satisfies z.ZodType<Watch>;

export const silenceRow = z.looseObject({
  since: instant,
  title: z.exactOptional(z.string()),
}) satisfies z.ZodType<Silence>;

export const threadRow = z.looseObject({
  thread: z.string(),
  told: z.record(z.string(), z.looseObject({ title: z.string(), figures: z.array(z.string()) })),
  names: z.array(z.string()),
  languages: z.array(z.string()),
  more: z.int(),
}) satisfies z.ZodType<Thread>;

export const tallyRow = z.looseObject({
  days: z.record(z.string(), z.number()),
  told: z.exactOptional(z.string()),
}) satisfies z.ZodType<Tally>;

export const webhookRow = z.looseObject({
  ...place,
  sealed: z.string(),
  shown: z.string(),
  trusted: z.boolean(),
  by: z.string(),
  locale: z.enum(LOCALES),
  at: instant,
  hello: z.string().optional(),
}) satisfies z.ZodType<Webhook>;

export const foundRow = z.looseObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  story: z.exactOptional(z.string()),
  added: z.exactOptional(z.array(z.string())),
  matched: z.array(z.string()),
  snippet: z.string(),
}) satisfies z.ZodType<FoundArticle>;

export const deliveryRow = z.looseObject({
  ...signed,
  kind: z.enum(["summary", "watch", "notice", "alert"]),
  source: z.string(),
  platform: place.platform,
  target: z.union([
    z.looseObject({
      workspace: z.string(),
      channel: z.string(),
      thread: z.exactOptional(z.string()),
    }),
    z.looseObject({ workspace: z.string(), user: z.string() }),
  ]),
  to: z.exactOptional(z.literal("webhook")),
  title: z.string(),
  due: instant,
  state: z.enum(["pending", "sending"]),
  attempt: z.int().min(0),
  after: instant,
  topic: z.exactOptional(z.string()),
  time: z.exactOptional(z.string()),
  line: z.exactOptional(z.string()),
  empty: z.exactOptional(z.enum(["skip", "say"])),
  setUp: z.exactOptional(instant),
  query: z.exactOptional(z.string()),
  n: z.exactOptional(z.int()),
  news: z.exactOptional(z.array(z.looseObject({ id: z.string(), story: z.exactOptional(z.string()) }))),
  found: z.exactOptional(z.array(foundRow)),
  total: z.exactOptional(z.int()),
  more: z.exactOptional(z.int()),
  made: z.exactOptional(instant),
  why: z.exactOptional(z.enum(WHYS)),
  reason: z.exactOptional(z.string()),
  text: z.exactOptional(z.string()),
  mention: z.exactOptional(z.string()),
  alert: z.exactOptional(
    z.discriminatedUnion("kind", [
      z.looseObject({ kind: z.literal("silence"), since: z.string(), days: z.number() }),
      z.looseObject({
        kind: z.literal("rush"),
        day: z.string(),
        articles: z.number(),
        usual: z.number(),
      }),
    ]),
  ),
}) satisfies z.ZodType<Delivery>;

export const pauseRow = z.looseObject({ since: instant, reason: z.string() }) satisfies z.ZodType<Pause>;
/** Who posts in a channel, see `newId`; and until when it waits. */
export const leaseRow = z.string().regex(/^[a-z0-9]{6}$/);
export const waitRow = instant;
/** Words that were chosen; what they are made of is the adapters' to read. */
export const replyRow = z.looseObject({
  summary: z.string(),
  blocks: z.array(z.looseObject({ kind: z.string() })),
  audience: z.enum(["caller", "channel"]),
  outcome: z.enum(["answered", "nothing", "bad-input"]),
}) as unknown as z.ZodType<Reply>;
export const spokeRow = z.looseObject({ n: z.int(), at: instant }) satisfies z.ZodType<Spoke>;

export const doneRow = z.looseObject({
  id: z.string(),
  kind: z.enum(["summary", "watch", "notice", "alert"]),
  to: z.exactOptional(z.literal("webhook")),
  title: z.string(),
  due: instant,
  at: instant,
  state: z.enum(["sent", "skipped", "failed"]),
  why: z.exactOptional(z.enum(WHYS)),
  reason: z.exactOptional(z.string()),
  link: z.exactOptional(z.string()),
}) satisfies z.ZodType<Done>;
