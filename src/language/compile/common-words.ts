/** Words that any article of this beat may have; sharing them says nothing about the event. */
import { wordKey } from "../keys.ts";
import { analyzeWords } from "../tokens.ts";

/** As people write them. */
const COMMON_WORDS = `
哈萨克斯坦 吉尔吉斯斯坦 塔吉克斯坦 乌兹别克斯坦 土库曼斯坦 印度 巴基斯坦 伊朗 白俄罗斯 阿富汗 蒙古国 土耳其 北京 上海 莫斯科
Kazakhstan Kazakh Kyrgyzstan Kyrgyz Tajikistan Tajik Uzbekistan Uzbek Turkmenistan India Indian Pakistan Pakistani Iran Iranian
Belarus Belarusian Afghanistan Afghan Mongolia Turkey Beijing Moscow
Казахстан казахстанский Кыргызстан Киргизия Таджикистан Узбекистан Туркменистан Индия индийский Пакистан Иран Беларусь Белоруссия
Афганистан Монголия Турция Пекин Москва
上海合作组织 上合组织 上合 上海精神 成员国 观察员国 对话伙伴 国家 合作 发展 国际 地区 区域 世界 全球 中国 中方 我国 俄罗斯
中亚 各国 各方 双方 双边 多边 共同 加强 促进 推动 深化 扩大 支持 弘扬 精神 互信 互利 平等 协商 尊重 多样文明 谋求 共同发展
和平 稳定 繁荣 安全 经济 贸易 文化 人文 交流 关系 伙伴 战略 全面 领域 机制 平台 建设 倡议 命运共同体 一带一路 主席 主席国
会议 论坛 峰会 大会 研讨会 活动 仪式 会谈 开幕 闭幕 举行 召开 表示 指出 强调 认为 介绍 宣布 记者 报道 主题 今年 去年 目前 日前 当前 未来 时代 人民 民众 社会 政府 部长 代表
秘书长 总统 外交部 专家 项目 务实 友好 邻国 睦邻 积极 重要 作用 贡献 水平 成果 共赢 携手 团结 美好 家园 共建 治理 体系 力量 开展 参加 来自
计划 预计 首次 第一 协议 签署 讨论 问题 工作 情况 方面 公司 企业 负责人 城市 时间 上午 人员 完成 开始 进行 可以 已经 其中 通过 提供
Shanghai Cooperation Organization Organisation SCO member states countries country state national international region regional
cooperation cooperate partner partnership develop development global world China Chinese Russia Russian Central Asia Asian Eurasia
spirit mutual trust benefit equality common community shared future peace peaceful stability stable prosperity security economic
economy trade culture cultural exchange exchanges dialogue relations strategic initiative Belt Road important role strengthen
promote deepen enhance support joint jointly people government minister ministry president secretary general official officials
meeting forum summit conference held hold attend participate representatives said says told announced according report reported
news agency year years month day week today new first time million billion percent per cent include including also would could
project plan plans work agree agreed agreement sign signed open opened start begin began take place group core points viewpoint
city company expert experts chairman head director expect expected Monday Tuesday Wednesday Thursday Friday Saturday Sunday
January February March April May June July August September October November December
Шанхайская организация сотрудничества ШОС страны государства члены страна государство международный регион региональный
сотрудничество развитие развивать Китай китайский Россия российский Центральная Азия мир мировой глобальный безопасность
стабильность экономика экономический торговля культура культурный отношения партнёр партнёрство стратегический взаимный доверие
общий народ правительство министр министерство президент секретарь генеральный заседание встреча форум саммит совещание
конференция прошёл прошла состоялся состоялось участие участники принял приняли представители сообщил сообщила сообщили заявил
отметил сказал словам год года лет месяц день неделя сегодня новый первый миллион миллионов миллиард процент процентов тысяч
проект план работа договорились соглашение подписали открыт начал город компания эксперт глава директор ожидается
января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг пятница
这样 这些 那些 他们 我们 你们 自己 以及 并且 同时 此外 因此 对于 关于 由于 根据 按照 为了 随着 围绕 之间 以来 以上 以下 之后 之前
成为 实现 提高 提升 增强 增进 推进 落实 坚持 维护 构建 打造 形成 开启 取得 获得 得到 带来 带动 助力 注入 凝聚 引领 走向 迈向 面向 展现 彰显 体现
重大 主要 良好 深入 广泛 密切 坚实 高度 更加 更多 更好 不断 持续 始终 共建 共享 共创 历史 进程 成立 成效 成就 优势 潜力 机遇 挑战 变化 变革 局势 复杂
愿意 希望 期待 致力 努力 相信 看到 了解 理解 认同 评价 称赞 呼吁 建议 提出 提供 设立 建立 制定 批准 达成 决定 确定 确认 继续 进一步 能够 可能 需要
习近平 领导人 元首 专访 访问 会见 会谈 出席 致辞 演讲 闭幕 开幕 嘉宾 各界 人士 学者 专业 人才 青年 技术 创新 科技 信息 数据 资源 能力 质量 规模 标准
among particularly express expressed opinion public focus focused indicate indicated indicating facilitate need needs highlight highlighted
highlighting collaboration collaborate collaborative emphasize emphasized emphasizes emphasizing aim aims aimed foster fostering understanding
understand platform platforms serve served serves various establish established establishment area areas growth grow grew expand expanded
expansion content vital interact interaction widespread practice practical change changes build building built host hosted hosting key
significant significance significantly importance influence impact positive strong strongly support deeper deep broad wide wider widely
opportunity opportunities potential challenge challenges address common goal goals effort efforts issue issues topic topics field fields
sector sectors resource resources mechanism framework system systems process progress achieve achieved achievement result results level
modern modernization sustainable innovation innovative technology technological technologies digital information data quality capacity
increase increased increasing rise rose total number share part half third quarter main major large largest big high higher low lower good
better best great small long short early late last next current recent recently past present future history historical believe believes
believed hope hopes consider considered regard see seen call called calls urge urged welcome praise praised note noted add added explain
explained discuss discussed discussion talk talks speak speech address visit visited meet met receive received give gave given provide
provided offer bring brought make made become became remain remained continue continued create created set show shown shows use used using
help helped keep kept allow allowed enable enabled launch launched complete completed approve approved adopt adopted confirm confirmed
decide decided propose proposed plan planned prepare prepared organize organized lead led leading leader leaders foreign affairs deputy
department committee council commission centre center institute university academy scholar analyst professor spokesman spokeswoman
statement interview article newspaper published related specific special general particular certain possible necessary able across within
around along toward towards between against under over through throughout during after before since until while also however moreover
therefore thus according due based well many much several few some other others another both each every all any more most less least
только также более менее около через после перед между среди против время часть число половина треть большой большая крупный крупнейший
высокий низкий хороший лучший важный важность значение роль вклад влияние поддержка поддержать укреплять укрепление расширять расширение
углублять продвигать способствовать содействовать обмен обмены диалог платформа механизм формат направление область сфера возможность
возможности потенциал вызов вызовы проблема вопрос вопросы тема задача цель усилия результат итог итоги уровень качество ресурс данные
информация технология технологии инновации современный устойчивый рост вырос увеличился снизился составил составит составляет начать
начался началась начались начнёт завершился завершилась завершились пройдёт пройдут продолжить создать создан создание построить провести
провёл предложил предложить обсудили обсудить подчеркнул подчеркнула добавил добавила рассказал рассказала считает уверен надеется призвал
посетил встретился одобрить одобрена одобрен утвердили утвердить решение решили планируется планирует планируют будет будут был была были
стать стал стала может могут должен нужно можно получить получит получат дать даст сделать иностранных дел заместитель председатель
ведомство комитет совет комиссия центр институт университет академия учёный аналитик профессор газета издание статья интервью заявление
общий общая специальный особый местный местные власти жители люди человек народный совместный совместная двусторонний многосторонний
`;

/** What any of these words is found by, alone and in a text. */
export function commonTerms(): ReadonlySet<string> {
  const words = COMMON_WORDS.split(/\s+/).filter(Boolean);
  return new Set([...words.map(wordKey), ...analyzeWords(COMMON_WORDS).map(({ term }) => term)]);
}
