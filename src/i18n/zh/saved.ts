/** The words of saved articles, of lists of hits and of the forms of a search, in Chinese. */
import type * as en from "../en/saved.ts";

export const savedArticles: typeof en.savedArticles = {
  title: { me: "我的收藏", channel: "本频道的收藏" },
  none: {
    me: "您还没有收藏。阅读文章时点“收藏”即可。",
    channel: "本频道还没有收藏。频道管理者可输入：收藏 add 编号 for:channel",
  },
  count: (n) => `${n} 篇文章`,
  added: { me: "已收藏：", channel: "已收藏到本频道：" },
  already: { me: "您已收藏过：", channel: "本频道已收藏过：" },
  removed: "已移出收藏：",
  absent: "收藏中没有这一篇：",
  list: "查看收藏",
  brief: "汇成简报",
  remove: "移除",
  more: "更多",
  back: "上一页",
  channel: "本频道的收藏",
};

export const searchForm: typeof en.searchForm = {
  title: "搜索上合新闻",
  submit: "搜索",
  cancel: "关闭",
  label: "您想找什么？",
  hint: "中文、英文或俄文均可，各种语言可以互相找到。",
};

export const searchList: typeof en.searchList = {
  written: (n, total, file) => `已将 ${n} 篇文章写入 ${file}${total > n ? `（共有 ${total} 篇）` : ""}。`,
  listed: (n, total) => `列表共 ${n} 篇文章${total > n ? `（共有 ${total} 篇）` : ""}。`,
  none: (query) => `没有找到与“${query}”相符的文章，未写文件。`,
};

export const shareForm: typeof en.shareForm = {
  title: "分享这篇文章",
  submit: "分享",
  cancel: "取消",
  label: "频道",
};

export const elsewhere: typeof en.elsewhere = {
  unknown: (title) => `库中没有《${title}》。`,
  untitled: (host) => `库中没有 ${host} 的这个页面。`,
  near: "相近的文章：",
  nothing: "也没有相近的文章。",
  unread: "无法读取其标题。请告诉我标题或主题，我来找相近的内容。",
  more: "搜索更多",
  follow: "查找该网站的订阅源",
};
