/** Names of people as news writes them, known or not, in Chinese, English and Russian. */
import { SURNAMES } from "../names/surnames.ts";
import { entitiesOf } from "../open.ts";

/** A name as written: a half-open UTF-16 range. */
export interface PersonName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A word with a capital letter, and what may stand between two of one name (bin, al-, оглы). */
const CAPITAL = "(?:(?:al|el|an|ad|ash|as)-)?\\p{Lu}[\\p{L}\\p{M}]*(?:['’ʻʼ‘-][\\p{L}\\p{M}]+)*";
const LINK =
  "(?:\\s+(?:bin|bint|ibn|ben|al|el|van|von|de|der|del|da|di|la|оглы|кызы|уулу|угли|ибн|аль|фон|де))?";
/** With the titles before it: Energy and Water Resources Minister Daler Rahmonov. */
const SPELLED = new RegExp(`(?<![\\p{L}\\p{N}])${CAPITAL}(?:${LINK}\\s+${CAPITAL}){0,7}`, "gu");
/** What has more words has a title before it that nobody here knows. */
const LONGEST_NAME = 4;
/** Words that begin a sentence or a title with a capital and are no part of a name. */
const NO_NAME = new Set(
  (
    "the a an in on at by of for from to with and or but as it its this that these those he she they his her their we our you your " +
    "i my mr mrs ms madame dr prof general colonel major captain brigadier lieutenant sir lord according after before since when while where what which who how why " +
    "most over nearly some all both each many several no not only also under deputy chief minister president ambassador " +
    "chairman chairwoman director head acting former senior foreign prime first second vice veterinarian hydrogeologist engineer " +
    "january february march april may june july august september october november december monday tuesday wednesday " +
    "thursday friday saturday sunday agronomist senator epidemiologist specialist commissioner secretary agencies experts government organisers organizers villagers scientists column interview editor manager doctor professor coach coordinator spokesman spokeswoman spokesperson premier governor mayor chancellor admiral marshal " +
    "lawmaker analyst researcher founder economist historian negotiator envoy commander " +
    "в во на по из с со к ко о об от до за для и а но или как это эти эта этот они он она оно его её ее их там где когда мы я вы " +
    "который которая согласно после перед во время более около всего всех многие несколько также только заместитель первый " +
    "первая председатель министр президент директор глава начальник посол генерал полковник господин госпожа мадам депутат правительство министерство эксперты " +
    "колонка автор интервью исполняющий исполняющая вице бывший бывшая секретарь представитель пресс-секретарь гид эксперт губернатор мэр премьер канцлер спикер замминистра вице-премьер аналитик экономист переговорщик"
  ).split(" "),
);
/** Characters by which Chinese writes foreign names; a run of three and more is one. */
const FOREIGN =
  "阿埃艾奥澳厄欧乌武雅亚耶叶伊尤约娅鄂法菲费弗夫福瓦威韦维魏沃甫伏范芬温哈豪赫霍胡汗亨盖戈格古圭吉加居卡凯考科克库夸佳基柯甘根贡坎肯孔巩坚尔拉莱劳勒雷里利莉丽列烈卢鲁罗洛吕蕾黎兰朗琳隆伦马玛迈麦梅米摩莫默姆穆曼芒蒙敏缅恩纳娜奈瑙内尼涅纽努诺因妮雍翁宁巴拜鲍贝比毕彼别波伯博勃布帕派佩皮珀普泊班邦本宾潘庞彭查察彻茨贾杰奇齐契恰乔切丘热茹萨塞赛瑟沙莎舍什施史舒朔斯苏索希锡谢休扎宰泽哲朱兹佐丝琪卓绍若瑞日娃扬额延颜伽嘎芭柏芙喀翰葛萝薇津琴桑森珊辛欣逊赞詹然钦让琼达戴黛德狄迪蒂杜多季捷塔泰陶特提图托脱久丹登邓丁顿坦腾汀廷通义贾祖";
const DOTTED = /\p{Script=Han}{1,8}(?:[·・•]\p{Script=Han}{1,8})+/gu;
const RUN = new RegExp(`[${FOREIGN}]{3,8}`, "gu");
/** A Chinese name stands after a title or a mark and before a verb or a mark. */
const CHINESE = new RegExp(
  `(?<=^|[\\s，。；：、“”"《》（(]|[长员使任师授记官家者人导领席副士生工监问总裁手农民星军警])(?:${SURNAMES})\\p{Script=Han}{1,2}?(?=$|[\\s，。；：、“”"（()]|\\d|[说称在对则还也同随当日于向就代赶答回接认表指强透介宣坦解提重呼警承评谈问告直写否建主预凭的是为将与和曾已没未有因怎何])`,
  "gu",
);
/** Places, bodies and countries are no people. */
const OTHERS: ReadonlySet<string> = new Set([
  "country",
  "body",
  "place",
  "event",
  "media",
  "document",
  "idea",
  "office",
]);

/**
 * The people that a text names, in the order of their places; linear in the text.
 * @param entities those of the text, where they have been looked for already
 */
export function peopleIn(text: string, entities = entitiesOf(text)): readonly PersonName[] {
  const places = createPlaces(text.length);
  for (const { kind, start, end } of entities)
    if (OTHERS.has(kind) && /[\p{Lu}\p{Script=Han}]/u.test(text.slice(start, end))) places.take(start, end);
  const found = [...spelled(text, places), ...inHan(text, places)];
  return found.sort((a, b) => a.start - b.start);
}

/** Which characters of a text are part of a name already. */
function createPlaces(length: number) {
  const taken = new Uint8Array(length);
  return {
    free: (start: number, end: number): boolean => !taken.subarray(start, end).includes(1),
    take: (start: number, end: number) => {
      taken.fill(1, start, end);
    },
  };
}

type Places = ReturnType<typeof createPlaces>;

function spelled(text: string, { free }: Places): PersonName[] {
  return [...text.matchAll(SPELLED)].flatMap(({ 0: run, index }) => {
    const words = [...run.matchAll(/\S+/gu)].map((word) => ({
      text: word[0].replace(/['’]s$/u, ""),
      start: index + word.index,
    }));
    const names: PersonName[] = [];
    let part: typeof words = [];
    const close = () => {
      const [first, last] = [part.length > LONGEST_NAME ? part.at(-2) : part[0], part.at(-1)];
      part = [];
      if (!first || !last) return;
      const end = last.start + last.text.length;
      const name = text.slice(first.start, end);
      if (name.length > 2 && /\p{Ll}/u.test(name)) names.push({ name, start: first.start, end });
    };
    for (const word of words) {
      if (NO_NAME.has(word.text.toLowerCase()) || !free(word.start, word.start + word.text.length)) close();
      else part.push(word);
    }
    close();
    return names;
  });
}

function inHan(text: string, { free, take }: Places): PersonName[] {
  const found: PersonName[] = [];
  for (const pattern of [DOTTED, CHINESE, RUN])
    for (const { 0: name, index } of text.matchAll(pattern)) {
      const whole = index + name.length;
      const [start, end] = pattern === DOTTED ? withoutTitle(text, index, whole) : [index, whole];
      if (!free(start, end)) continue;
      take(start, end);
      found.push({ name: text.slice(start, end), start, end });
    }
  return found;
}

/** A dotted name without the title that is written right before it (副部长贾姆希德·拉赫马托夫) and the verb behind it. */
function withoutTitle(text: string, start: number, end: number): [number, number] {
  const dots = [...text.slice(start, end).matchAll(/[·・•]/gu)].map(({ index }) => start + index);
  const [first = start, last = start] = [dots[0], dots.at(-1)];
  let from = first;
  while (from > start && (isSound(text, from - 1) || (isSound(text, from - 2) && from - 1 > start))) from--;
  let to = last + 1;
  while (
    to < end &&
    !BEHIND.test(text.slice(to)) &&
    (isSound(text, to) || isSound(text, to + 1) || BEHIND.test(text.slice(to + 1)))
  )
    to++;
  return from < first && to > last + 1 ? [from, to] : [start, end];
}

/** What ends a name: a verb, a mark, a word that joins. */
const BEHIND =
  /^(?:$|[^\p{Script=Han}·]|[说称在对则还也同与和的是为将曾已被把向于就从等]|表示|指出|强调|认为|介绍|透露|宣布|出席|担任|没有|告诉|代表|通报)/u;

function isSound(text: string, at: number): boolean {
  return FOREIGN.includes(text.charAt(at) || " ");
}
