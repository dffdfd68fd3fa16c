/** Wishes about feeds → `feeds`: what is read, or one address that shall be read, no longer be read, or be tried. */
import { articleAt } from "../articles/addresses.ts";
import type { Scene } from "./scene.ts";
import { confirms, does, type Understood } from "./understood.ts";

const REMOVES =
  /(?<!\p{L})(?:remove|delete|drop|stop (?:reading|following)|get rid of|unsubscribe|disable|turn off|no longer|убери|удали|перестань|избавь|отпиш|отключ|выключ|не читай)\p{L}*|不要了|删|去掉|别再|移除|取消|停止|停掉|关掉/u;
const TESTS =
  /(?<!\p{L})(?:test|check|try|work|valid|readable|only checking|провер|читается|читаются|работает|тест)\p{L}*|测试|检查|能读|能用|可用|试/u;
const ADDS =
  /(?<!\p{L})(?:add|include|subscribe|start reading|begin reading|source|добав|включи|подпиш|начни читать|источник)\p{L}*|添加|加上|加入|收录|收进|订上|订阅|加个|想加|开始读/u;
/** Feeds by the look of their address. */
const FEED = /(?:rss|atom|feed|\.xml)(?![a-z])|\/feeds?\//iu;

/** What is wanted of an address: the article that is there, or its feed; undefined where the sentence has none. */
export async function ofAddress({ sentence, library }: Scene): Promise<Understood | undefined> {
  const [address] = sentence.addresses;
  if (!address) return undefined;
  const { low } = sentence;
  const id = await articleAt(address.value, library);
  if (id) return does(`${sentence.has("related") ? "related" : "read"} ${id}`);
  const around = `${low.slice(0, address.start)} ${low.slice(address.end)}`;
  const isFeed = FEED.test(address.value) || sentence.has("feeds");
  const denied = /(?:don't|do not|not|не) (?:add|добав)|(?:别|不要)(?:加|添)/u.test(around);
  if (REMOVES.test(around) && !denied && (isFeed || !ADDS.test(around) || /источник|source/iu.test(around)))
    return confirms(`feeds remove ${address.value}`);
  if (isFeed && (TESTS.test(around) || denied)) return does(`feeds test ${address.value}`);
  if (ADDS.test(around)) return confirms(`feeds add ${address.value}`);
  // Of a page that is no article here `read` tells what is near it.
  return does(`read ${address.value}`);
}

/** The list of feeds, whether all work, or a file of them. */
export function feeds({ sentence: { low } }: Scene): Understood {
  if (/opml/u.test(low)) return does("feeds opml");
  if (/(?<!\p{L})packs?(?!\p{L})|набор|组|包/u.test(low)) return does("feeds packs");
  return does(
    /(?<!\p{L})(?:check|alive|broken|all .{0,12}work|working|провер|живы|слом|работа)\p{L}*|检查|活着|正常|坏/u.test(
      low,
    )
      ? "feeds check"
      : "feeds",
  );
}
