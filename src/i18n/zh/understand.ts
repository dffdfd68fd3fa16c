/** The words of what the bot understood, in Chinese. */
import type * as en from "../en/understand.ts";

export const confirm: typeof en.confirm = {
  summary: (days, time, zone) => `${days} ${time}（${zone}）发送摘要`,
  changed: "修改本频道的摘要",
  time: "时间",
  days: "星期",
  zone: "时区",
  topic: (topic) => `仅限“${topic}”`,
  language: (language) => `用${language}撰写`,
  say: "没有新内容时也会说明",
  off: "停止本频道的每日摘要",
  pauseUntil: (day) => `本频道的摘要暂停到${day}`,
  pause: "暂停本频道的摘要，直到输入 daily resume",
  resume: "恢复本频道的每日摘要",
  watch: (query) => `在本频道关注“${query}”`,
  every: (n) => `每 ${n} 分钟最多一条消息`,
  found: (n) => `目前相关文章：${n} 篇`,
  none: "目前还没有相关文章",
  unwatch: (query) => `停止关注“${query}”`,
  forget: "删除与您有关的数据；您在频道里建立的内容会保留，但不再带有您的名字",
  settings: (name, value, whom) => `将${whom}的${name}设为${value}`,
  sources: (value) => `在这里不看（-）或恢复（+）：${value}`,
  names: { language: "语言", zone: "时区", quiet: "免打扰时段", audience: "回答可见范围" },
  whom: { me: "您", channel: "本频道" },
  seen: { me: "仅自己", channel: "所有人" },
  offValue: "无",
  set: "确认设置",
  change: "修改",
  stop: "确认停止",
  save: "保存",
  remove: "确认删除",
  feeds: { add: "添加订阅源：", remove: "不再读取订阅源：" },
  saved: { add: "加入本频道收藏：", remove: "移出本频道收藏：" },
  feedOn: "为本频道关注的内容生成订阅源（保密地址）",
  feedOff: "关闭本频道关注内容的订阅源",
  asLine: "对应命令：",
};

export const QUESTIONS: typeof en.QUESTIONS = {
  stop: "要停止什么？例如：停止每日摘要，或：取消关注 中亚 能源",
  schedule: "要发送什么、多久一次？例如：每天八点发摘要",
  times: "每次只能设置一个时间。请先说一个，例如：每天八点发摘要，然后再说另一个。",
  denied: "我没有改动任何设置。查看当前设置请输入：每日 或 关注列表；要停止请说：停止每日摘要",
  language: "要用哪种语言：中文、英文还是俄文？例如：settings language zh",
  among: "这像是你们之间的讨论，我不会改动任何设置。需要我做什么，请直接说，例如：停止每日摘要",
  day: "日历上没有这一天。您指哪一天？可以写成 2026-06-30",
  future: "这一天还没有到。您要看哪一天的摘要？",
  watch: "要关注什么？例如：关注 中亚 能源",
  which: "您指哪篇文章？请先搜索，或说出它在列表中的序号或编号。",
  place: "上一个列表里没有这个序号。您指哪篇文章？",
  summary: "要看今天的摘要吗？请输入：摘要。还是要改动什么？例如：停止每日摘要",
  change: "摘要要改什么：时间、星期、主题还是语言？例如：每日摘要改到9:30",
  zone: "哪个时区？例如：settings zone Asia/Shanghai",
  quiet: "免打扰从几点到几点？例如：免打扰 22:00-07:00",
  search: "要找什么？请说几个词，例如：卫生部长",
  question: "想问什么？例如：问 有多少国家参加？",
  subject: "要看哪个主题？请说几个词，例如：对比 媒体论坛",
  again: "我没有听懂您的意思。请换个说法，例如：搜索 媒体论坛，或：帮助",
  person: "要看谁说的话？请说出姓名，例如：语录 索海尔·汗",
  before: "前面没有可以接着说的内容。您指什么？",
};

export const NOTES: typeof en.NOTES = {
  channel: "只能为说这句话的频道设置。如需用于其他频道，请到那个频道里说。",
  time: "没有说明时间，暂定 9:00。",
  evening: "没有说明时间，暂定 18:00。",
};

export const errors: typeof en.errors = {
  mail: "我不发邮件，也不能打印，只在这里回复。可以改用适合转发的新闻简报：简报 本周",
  writing:
    "我不代写文章，只查找并引用已有报道。可以改用带编号来源的新闻简报：简报 本周，或直接搜索这个主题。",
  deleting: "我不能撤回消息，频道管理员可以删除。若要停止发送，可以说：停止每日摘要",
  everyOtherDay: "我不能隔天或隔周发送，只能按星期几。例如：每周一、周三、周五八点发摘要",
  elsewhere: "我只了解上海合作组织的新闻。可以试试：最新，或：帮助",
};
