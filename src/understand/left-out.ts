/** Publishers that somebody wants nothing of: "without TASS", 不看塔斯社, "без ТАСС". */
import type { Publisher } from "../article.ts";
import type { TextMatch } from "../language/when/pattern.ts";

const NEWS =
  "(?:(?:the|any|all|more|news|articles?|anything|everything|stuff|новост[ией]|статьи|материалы|публикации|新闻|消息|文章) ){0,3}";
/** What stands before a publisher's name, up to it. */
const BEFORE = new RegExp(
  `(?:(?:[,;] ?)?(?:but |and |но |а |только )?(?:(?:without|except(?: for)?|excluding|exclude|leav(?:e|ing) out|skip|hide|mute|block|drop|minus|nothing|not|no|never (?:show|send|post)(?: me| us)?|(?:don't|do not|stop) (?:show|showing|sending|send|want|need|posting)(?: me| us)?)|(?:без|кроме|исключая|исключи|исключить|убери|убрать|скрой|скрыть|заблокируй|не (?:показывай|показывать|присылай|надо|нужно|хочу|от|из)|больше не (?:показывай|присылай))(?:те)?) ${NEWS}(?:(?:from|by|of|от|из|у) )?|(?:不要|不想要?|不看|别看|不想看|不含|不包括|除了|除去|排除|去掉|拿掉|剔除|剔掉|撇开|屏蔽|隐藏|别(?:再)?(?:发|给我看|显示)|不(?:再)?(?:显示|看到?)|没有)(?:来自|有关)?)$`,
  "u",
);
const BEHIND =
  /^(?:的(?:新闻|消息|文章|报道|内容)?|以外的?|之外的?|除外| (?:news|articles?|stuff)(?![\p{L}]))/u;

/** The named publishers that are to be left out, with the words that say so. @param low the text as `lowered` gives it */
export function leftOutIn(
  low: string,
  named: readonly TextMatch<Publisher>[],
): readonly TextMatch<Publisher>[] {
  let last = -1;
  return named.flatMap((found) => {
    const { value, start, end } = found;
    const name = /^(?:(?:from|by|in|of|at|on|у|от|из|в) )?/u.exec(low.slice(start, end))?.[0].length ?? 0;
    const before = low.slice(Math.max(0, start - 60), start + name);
    // "Without TASS, RT and Dawn" goes on.
    const follows =
      last >= 0 &&
      /^(?:\s?,\s?|\s?(?:and|or|nor|и|или|ни)\s|、|和|及|,? and )$/u.test(low.slice(last, start));
    const said = BEFORE.exec(before)?.[0];
    if (said === undefined && !follows) return [];
    const from = said === undefined ? last : start + name - said.length;
    last = end + (BEHIND.exec(low.slice(end))?.[0].length ?? 0);
    return [{ value, start: from, end: last }];
  });
}
