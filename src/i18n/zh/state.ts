/** The words of the state, in Chinese. */
import type * as en from "../en/state.ts";

export const errors: typeof en.errors = {
  notUnsigned: "内容正被频繁修改，未能全部删除，请再试一次。",
  unwritable: (file) => `未能保存：无法写入 ${file}。请检查磁盘和 SCO_DATA_DIR 后重试。`,
  unreadable: (file) => `无法读取 ${file} 中保存的设置，请检查文件权限。`,
  folderTaken: (who, folder) =>
    `未能保存：另一个 sco-bot（进程 ${who}）正在使用 ${folder}。请在它的聊天中修改，或先停止它。`,
  redisAway: "Redis 没有响应：无法保存设置，定时发送暂缓；搜索和阅读照常。",
  redisRefuses: (code) => `Redis 拒绝写入（${code}）：无法保存设置，定时发送暂缓；搜索和阅读照常。`,
  brokenJournal: (fault) => `设置可能无法保存。${fault}`,
  away: "机器人的存储（Redis）没有响应，因此未能保存或查询。请稍后再试。",
  refuses: (code) =>
    `机器人的存储（Redis）拒绝了此操作（${code}），因此未能保存或查询。管理员可用 sco doctor 查明原因。`,
  badRedisUrl: (forms) => `无法识别 REDIS_URL。可用的形式：${forms}。`,
};
