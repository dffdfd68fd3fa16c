/** What people ask for that the bot does not do: it says so, with the nearest thing that it does. */
import { errors } from "../i18n/understand.ts";
import type { Words } from "../i18n/words.ts";
import { anywhere, words } from "../language/when/pattern.ts";

interface Refusal {
  readonly example: string;
  readonly is: readonly RegExp[];
  readonly says: Words;
}

export const REFUSALS: readonly Refusal[] = [
  {
    example: "email this to me",
    is: [
      words(
        "(?:e-?mail|print(?: out)?|fax|text|whatsapp) (?:this|it|that|me|us|the \\p{L}+)|(?:send|forward|get|share) .{0,40}(?:by|via|to|on) (?:my |our |your )?(?:e-?mails?|inbox|mail|whatsapp|telegram|wechat|printer)|(?:распечата*|отпечатай*)|(?:отправ~|пришл~|скин~|шли|кин~|перешл~) .{0,40}(?:на|по|в) (?:почт\\p{L}|имейл*|e-?mail|мейл*|мыло|ватсап|вотсап|вайбер)",
      ),
      anywhere("发(?:到|给|去)?[^,。]{0,6}(?:邮箱|邮件|微信|短信)|邮件发|打印(?!机行业|设备|技术)|传真给"),
    ],
    says: errors.mail,
  },
  {
    example: "write me an article about the forum",
    is: [
      words(
        "^(?:please |can you |could you )?(?:write|draft|compose|ghostwrite)(?: me| us)?(?: up)? (?:an?|the|my|our|some) (?:\\p{L}+ )?(?:article|story|essay|speech|tweet|post|press release|report|column|op-ed|letter|paper|thread)|^(?:пожалуйста )?(?:напиши|сочини|составь)(?:те)?(?: мне| нам)? (?:статью|текст|речь|эссе|пост|пресс-релиз|заметку|письмо|доклад|отчет|колонку)",
      ),
      anywhere(
        "(?:帮|给|替)(?:我|我们)(?:写|拟|起草|编)(?:一?[篇份个封])?[^,。]{0,14}(?:稿子?|文章|评论|讲话|通稿|报告|推文|微博|发言|信)",
      ),
    ],
    says: errors.writing,
  },
  {
    example: "delete that message",
    is: [
      words(
        "(?:delete|remove|edit|retract|unsend) (?:that|this|the last|your|my|those) (?:last )?(?:messages?|posts?|replies|reply|answers?)|(?:удали|сотри|убери)(?:те)? (?:это|последнее|свое|твое|то) (?:последнее )?(?:сообщение|пост|ответ)",
      ),
      anywhere("(?:删掉?|删除|撤回)(?:掉)?(?:你|我)?(?:这|那|上一?|刚才的?)[条个]?(?:消息|回复)?"),
    ],
    says: errors.deleting,
  },
  {
    example: "send it every other day at 8",
    is: [
      words(
        "every (?:other|second|third) (?:day|week|month)|fortnightly|через день|раз в (?:два|три|2|3) (?:дня|недели)|каждый второй день|каждую вторую неделю",
      ),
      anywhere("隔天|隔周|每隔[一两二三]天|每[两二三](?:天|周|个星期)"),
    ],
    says: errors.everyOtherDay,
  },
  {
    example: "book me a flight to Tashkent",
    is: [
      words(
        "^(?:please |can you |could you )?(?:book|order|buy|reserve|call|play|draw) (?:me |us )?(?:a|an|the|some)|what(?:'s| is) the (?:weather|time|exchange rate)|tell (?:me|us) a joke|^(?:закажи|купи|забронируй|нарисуй|включи музыку|позвони)(?:те)?|как(?:ая|ой) (?:сейчас |сегодня |завтра )?(?:погода|курс)|который час|расскажи анекдот",
      ),
      anywhere(
        "^(?:帮我|给我|请)?(?:订|买|预订)[一两]?[张个间][^,。]{0,14}|天气(?:怎么样|如何|好吗)|几点了$|讲(?:个|一个)笑话",
      ),
    ],
    says: errors.elsewhere,
  },
];

/** The sentence that refuses; undefined when nothing of that kind is asked. @param low lower case */
export function refusalOf(low: string): Words | undefined {
  return REFUSALS.find(({ is }) => is.some((form) => low.search(form) >= 0))?.says;
}
