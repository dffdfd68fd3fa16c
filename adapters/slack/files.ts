/** Files of a reply: uploaded in Slack's three steps; what cannot be sent is said, with its text instead. */
import { reasonOf } from "../../src/errors.ts";
import { slack as say } from "../../src/i18n/slack.ts";
import type { Locale } from "../../src/i18n/words.ts";
import type { Log } from "../../src/log.ts";
import type { Attachment, Reply } from "../../src/reply.ts";
import { CALL_MS, failureOf, type Web } from "./web.ts";

/** Where a file goes; a file is seen by all who are there. */
export interface UploadPlace {
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** The reply as it is shown beside its file, once that is sent, or with its text where it could not be. */
export async function withFile(
  reply: Reply,
  place: () => Promise<UploadPlace>,
  locale: Locale,
  { web, log }: { readonly web: Web; readonly log: Log },
): Promise<Reply> {
  const { file, ...shown } = reply;
  if (file === undefined) return reply;
  const words = say(locale);
  const note = (text: string) => ({ kind: "prose" as const, spans: [{ dim: text }] });
  try {
    const to = await place();
    await upload(file, to, web);
    const where = to.channel.startsWith("D")
      ? words.fileDirect
      : to.thread === undefined
        ? words.fileChannel
        : words.fileThread;
    return { ...shown, blocks: [...shown.blocks, note(where)] };
  } catch (error) {
    const { kind, reason } = { reason: "rate limit", ...failureOf(error) };
    log.warn({ kind, reason }, "a file could not be sent");
    const why = reason === "missing_scope" ? words.noFileScope : words.noFile;
    return { ...shown, blocks: [note(why), ...file.instead] };
  }
}

/** https://docs.slack.dev/messaging/working-with-files#upload */
async function upload(
  file: Attachment,
  { workspace, channel, thread }: UploadPlace,
  web: Web,
): Promise<void> {
  const { name, mediaType, bytes } = file;
  const given = await web.call(workspace, "files.getUploadURLExternal", {
    filename: name,
    length: bytes.length,
  });
  const answer = await fetch(String(given.upload_url), {
    method: "POST",
    headers: { "content-type": mediaType },
    body: bytes as Uint8Array<ArrayBuffer>,
    redirect: "error",
    signal: AbortSignal.timeout(CALL_MS),
  }).catch((error: unknown) => {
    throw new Error(`the upload did not end: ${reasonOf(error)}`);
  });
  if (!answer.ok) throw new Error(`the upload was answered with HTTP ${answer.status}`);
  await web.call(workspace, "files.completeUploadExternal", {
    files: [{ id: String(given.file_id), title: name }],
    channel_id: channel,
    ...(thread !== undefined && { thread_ts: thread }),
  });
}
