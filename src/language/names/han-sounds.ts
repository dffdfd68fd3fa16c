/** The characters that Chinese writes foreign names with, by how they are read (the tables of Xinhua's name dictionaries). */

/** Syllable, then its characters. */
const TABLE =
  "a阿 ai艾埃爱 an安 ang昂 ao奥 ba巴芭 bai拜 ban班 bang邦 bao鲍宝保堡 bei贝 ben本 beng崩 bi比毕彼碧 bie别 bian边 bin宾 bo波博伯柏 bu布卜 " +
  "ca察 cai采 can灿 che车切彻 chen琛 chi奇 chu楚丘 da达 dai代戴黛 dan丹但 dang当 dao道 de德 deng登邓 di迪蒂狄帝 ding丁 dong东栋 du杜都 dun顿敦 duo多 " +
  "en恩 er尔耳 fa法 fan凡范梵 fang方 fei费菲斐 fen芬 feng冯丰 fo佛 fu夫弗福富芙 " +
  "ga加嘎伽 gai盖该 gan甘 gang冈港 gao高 ge格葛戈 gen根 geng耿 gong贡宫 gu古谷顾 gua瓜 guai怪 guo果 ha哈 hai海 han汉罕翰汗 hang杭 hao豪 he赫黑荷 hei黑 hen亨 heng亨 hong洪宏 hou侯 hu胡忽呼 hua华 huai怀 huo霍 " +
  "ji吉基季济及 jia贾佳嘉 jie杰捷节 jin金津锦 jing京 jiu久 ka卡喀 kai凯开 kan坎侃 kang康 kao考 ke克科柯可 ken肯 keng肯 kong孔 kou寇 ku库 kua夸 kuang匡 kui奎魁 kun昆 " +
  "la拉腊喇 lai莱赖来 lan兰蓝岚 lang朗郎 lao劳老 le勒乐 lei雷蕾 li里利莉丽黎历 lian连莲 lie列烈 lin林琳临 ling灵 liu柳留刘 long龙隆 lou娄 lu卢鲁路露 lun伦 luo罗洛萝 " +
  "ma马玛 mai迈麦 man曼满 mang芒 mao毛茂 mei梅美媚 men门 meng蒙孟 mi米密弥 mian缅 miao苗 min明敏 mo莫墨摩默 mou缪 mu穆姆木 na纳娜那 nai奈乃 nan南楠 nao瑙 nei内 nen嫩 neng能 ni尼妮 nie涅 nin宁 nong农 nu努 nuo诺 " +
  "ou欧 pa帕 pai派 pan潘 pang庞 pao保 pei佩 pen彭 peng蓬 pi皮 pin平 po珀坡泊 pu普浦朴埔 qi奇齐契其 qia恰 qian钱 qiao乔 qie切 qin钦琴 qing青 qiu丘邱 qu屈 quan权 " +
  "ran然 rang让 rao饶 re热 ren仁任 ri日 rong荣 rou柔 ru茹儒汝 rui瑞芮 ruo若 sa萨撒 sai赛 san桑散 sang桑 se瑟塞色 sen森 seng森 sha沙莎 shan珊山 shang尚 she舍 shao绍 shen申深 sheng盛 shi什施史诗石士 shu舒书 shui水 si斯丝思司 song松宋 su苏 suo索 sui绥 sun孙 " +
  "ta塔 tai泰太台 tan坦 tang唐汤 tao陶 te特 teng腾 ti提 tian田 tie铁帖 ting廷亭 tong通桐 tu图土吐 tuo托 wa瓦娃 wai外怀 wan万文 wang旺汪 wei维韦威薇魏 wen文温 weng翁 wo沃 wu武伍乌吴 " +
  "xi西希锡喜熹茜 xia夏霞 xiang香祥 xiao肖晓 xie谢歇 xin辛欣新 xing兴 xiong雄 xiu休修秀 xu许旭 xue雪 ya亚娅雅 yan延扬彦颜 yang扬杨 yao姚 ye耶叶 yi伊易依义 yin因英 ying英 yong永 you尤 yu于裕 yue约 yuan元 yun云 " +
  "za扎 zai宰 zan赞 zang藏 ze泽 zeng增 zha扎 zhai翟 zhan詹占 zhang章 zhao赵 zhe哲热 zhen珍 zheng正 zhong忠 zhu朱 zhuang庄 zhuo卓 zi兹孜齐子 zong宗 zu祖 zuo佐 ci茨次 cui崔 jun君";

/** How a syllable begins and ends, for its character; of several readings the first. */
export interface Syllable {
  /** Empty for a bare vowel. */
  readonly initial: string;
  readonly vowel: string;
  /** Ends in n or ng. */
  readonly nasal: boolean;
  /** Written for a consonant alone: its vowel says nothing (夫, 斯, 特, 克). */
  readonly light: boolean;
}

const LIGHT = new Set([..."夫弗斯丝特克格德姆普布什奇茨兹孜尔日伯赫"]);
const syllables = new Map<string, Syllable>();
for (const entry of TABLE.split(" ")) {
  const pinyin = /^[a-z]+/.exec(entry)?.[0] ?? "";
  const initial = pinyin === "er" ? "r" : (/^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcswy])/.exec(pinyin)?.[0] ?? "");
  const final = pinyin === "er" ? "" : pinyin.slice(initial.length);
  const vowel = /[aeiou](?=n|ng|$)/.exec(final)?.[0] ?? final.charAt(0);
  for (const character of entry.slice(pinyin.length))
    if (!syllables.has(character))
      syllables.set(character, { initial, vowel, nasal: /ng?$/.test(final), light: LIGHT.has(character) });
}

export function syllableOf(character: string): Syllable | undefined {
  return syllables.get(character);
}

/** Characters that also end or begin common words beside a name (经济, 上海, 石油). */
const COMMON = new Set([..."济海高东南西石史保金什可图里加以及明日平任安文成先果元齐正通力年多义水"]);

/**
 * The runs of transliterating characters in a Han text without gaps, and once more without the common characters at
 * their ends. @param shortest characters of the shortest run
 */
export function transliteratedRuns(
  run: string,
  shortest: number,
): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let from = 0; from < run.length; ) {
    let to = from;
    while (to < run.length && syllables.has(run.charAt(to))) to++;
    if (to - from >= shortest && to - from <= LONGEST_RUN) {
      found.push([from, to]);
      const start = COMMON.has(run.charAt(from)) ? from + 1 : from;
      const end = COMMON.has(run.charAt(to - 1)) ? to - 1 : to;
      if (end - start >= Math.max(shortest, 3) && end - start < to - from) found.push([start, end]);
    }
    from = Math.max(to, from + 1);
  }
  return found;
}

/** A longer one is no name of one person. */
const LONGEST_RUN = 9;

/** Whether all characters of a Han word are those that foreign names are written with. */
export function isTransliterated(word: string): boolean {
  for (const character of word) if (!syllables.has(character)) return false;
  return word !== "";
}
