/** What a schedule does on days without news: it skips them or says so. */
import { anywhere, words } from "../language/when/pattern.ts";
import type { PatternRow } from "./rows.ts";

export const EMPTY: readonly PatternRow<"skip" | "say">[] = [
  {
    example: "skip it when there's nothing",
    is: words(
      "(?:and )?(?:skip|don't (?:send|post|bother)|leave (?:it )?out|stay quiet|nothing)(?: it| anything| that day)?,? (?:if|when) (?:there's |there is |there are |it's )?(?:nothing|no news|empty)(?: new| at all| to report)?",
    ),
    read: () => "skip",
  },
  {
    example: "when there is nothing new it shouldn't be posted",
    is: words(
      "(?:if|when|on days when) (?:there(?:'s| is| are)? )?(?:nothing|no news|no articles)[^,.;]{0,24},? (?:\\p{L}{1,9} ){0,4}(?:skip|don't|do not|shouldn't|should not|stay silent|leave it|no post|no need|needn't)(?: (?:be|it|post|posted|send|sent|bother|at all)){0,4}",
    ),
    read: () => "skip",
  },
  {
    example: "if nothing came in, say that nothing came in",
    is: words(
      "(?:and )?(?:even )?(?:if|when) (?:there(?:'s| is| are)? )?(?:nothing|no news|no articles)[^,.;]{0,24},? (?:please |then |just |still ){0,2}(?:say|tell (?:me|us)|write|let (?:me|us) know|post)(?: (?:so|that|it|nothing|there|is|was|came|in|anyway|new)){0,6}",
    ),
    read: () => "say",
  },
  {
    example: "even if there is nothing",
    is: words(
      "(?:and )?(?:even|also|say so|tell (?:me|us)|post anyway|send it anyway) ?(?:if|when) (?:there's |there is |there are )?(?:nothing|no news)(?: new| at all| to report)?",
    ),
    read: () => "say",
  },
  {
    example: "если ничего нет, не присылай",
    is: words(
      "(?:если|когда) (?:ничего|нечего|новостей|нового|пусто|нет)[^,.;]{0,30},? ?-? ?(?:то )?(?:не присыла*|пропуска*|пропусти*|молчи*|не надо|не пиши*|не шли*)|(?:не присылай|пропускай|молчи)*,? (?:если|когда) (?:ничего|нечего|пусто|новостей нет|нет)[^,.;]{0,20}",
    ),
    read: () => "skip",
  },
  {
    example: "если новостей ноль, так и скажи",
    is: words(
      "(?:а )?(?:если|когда|в пустые дни)(?: (?:новостей|ничего|нового|пусто|нет|ноль|совсем|не|будет|было)){0,4},? (?:то |так и |все равно |тоже ){0,2}(?:пиши*|скажи*|сообщи*|сообщай*|говори*|напиши*)(?: об этом)?",
    ),
    read: () => "say",
  },
  {
    example: "даже если ничего нет",
    is: words("даже (?:если|когда) (?:ничего|новостей|нового|пусто|нет)[^,.;]{0,20}"),
    read: () => "say",
  },
  {
    example: "没有就不发",
    is: anywhere(
      "(?:如果|要是)?没有?(?:新闻|新消息|消息|新内容|内容|新的|更新|料|新稿)?(?:就|的话就?|时|的时候.{0,6}就)(?:不发|别发|不用发|跳过|不必发)",
    ),
    read: () => "skip",
  },
  {
    example: "没有也说一声",
    is: anywhere(
      "(?:即使|就算|哪天)?没有?(?:新闻|新消息|消息|新内容|内容|新的|更新|料|新稿)?[也都](?:要|得|请)?(?:说|发|告诉|吭|吱|报|通知)(?:我们?)?(?:一?声|一?下)?",
    ),
    read: () => "say",
  },
];
