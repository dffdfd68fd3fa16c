/** Entities: the longest known name at a place wins, and an office is told with what makes another of it. */
import { describe, expect, test } from "@jest/globals";
import { countries, parseCountries } from "../../src/language/countries.ts";
import { parseOffices } from "../../src/language/entities/offices.ts";
import { countriesIn, entitiesOf } from "../../src/language/open.ts";

const ids = (text: string) => entitiesOf(text).map(({ id }) => id);
/** `id[modifiers] of owners` of each office. */
const officesOf = (text: string) =>
  entitiesOf(text)
    .filter(({ kind }) => kind === "office")
    .map(({ id, modifiers, of }) => `${id.slice(7)}[${[...modifiers].sort()}] ${of.join(" ")}`.trim());

describe("countries", () => {
  test.each([
    ["白俄罗斯总统", "BY", "RU"],
    ["印度尼西亚代表", "ID", "IN"],
    ["南苏丹局势", "SS", "SD"],
    ["赤道几内亚", "GQ", "GN"],
    ["几内亚比绍", "GW", "GN"],
    ["尼日利亚", "NG", "NE"],
    ["多米尼加共和国", "DO", "DM"],
    ["South Sudan's army", "SS", "SD"],
    ["Equatorial Guinea", "GQ", "GN"],
    ["Guinea-Bissau", "GW", "GN"],
    ["Papua New Guinea", "PG", "GN"],
    ["Nigerian officials", "NG", "NE"],
    ["North Korean troops", "KP", "KR"],
    ["президент Белоруссии", "BY", "RU"],
    ["в Южном Судане", "SS", "SD"],
    ["в Экваториальной Гвинее", "GQ", "GN"],
    ["Гвинее-Бисау", "GW", "GN"],
    ["индонезийский министр", "ID", "IN"],
  ])("%s is %s and not %s", (text, one, other) => {
    expect(ids(text)).toContain(`country:${one}`);
    expect(ids(text)).not.toContain(`country:${other}`);
  });

  test.each([
    "内蒙古自治区",
    "Inner Mongolia",
    "во Внутренней Монголии",
    "印度洋",
    "Indian Ocean",
    "Индийском океане",
    "New Mexico",
    "Latin America",
    "в Южной Америке",
    "其中国际合作占多数",
    "心中美好",
    "he told us about it",
    "the polish of a stone",
    "того, что было",
    "масса чада",
  ])("%s names no country", (text) => {
    expect([...countriesIn(text)]).toEqual([]);
  });

  test.each([
    ["RU", "俄罗斯 俄国 俄方 Russia Russian Russians России россияне российскому русских Москве"],
    ["CN", "中国 我国 中方 China Chinese Китаем китайской китайцы КНР Пекине Beijing's"],
    ["KG", "吉尔吉斯斯坦 Kyrgyz Kirghizia Кыргызстане Киргизией кыргызстанские"],
    ["US", "美国 美方 US U.S. USA America США американцев Вашингтоне"],
    ["TR", "土耳其 Türkiye Turkey Turkish Турцией турецкого турки"],
    ["BY", "白俄罗斯 Belarus Belarusian Беларуси белорусы Минске"],
    ["SA", "沙特 Saudi Саудовской"],
  ])("%s by all its names", (code, names) => {
    for (const name of names.split(" "))
      expect([name, [...countriesIn(name.replace("Саудовской", "Саудовской Аравии"))]]).toEqual([
        name,
        [`country:${code}`],
      ]);
  });

  test("two countries by a character each", () => {
    expect([...countriesIn("中俄关系")]).toEqual(["country:CN", "country:RU"]);
    expect([...countriesIn("中吉乌铁路开工")]).toEqual(["country:CN", "country:KG", "country:UZ"]);
  });

  test("every country is found by each of its names, and by what the platform calls it", () => {
    const platform = ["zh", "en", "ru"].map((locale) => new Intl.DisplayNames(locale, { type: "region" }));
    expect(countries().length).toBeGreaterThan(190);
    const wrong: string[] = [];
    for (const { code, zh, en, ru } of countries())
      for (const name of [...zh, ...en, ...ru, ...platform.map((names) => names.of(code) ?? "")]) {
        const text = name.replace("=", "");
        const found = [...countriesIn(/\p{Lu}/u.test(text) ? text : `это ${text}`)];
        // The platform's Того is the genitive of "that".
        if (found.length === 0 && name === "Того") continue;
        if (found.length !== 1 || found[0] !== `country:${code}`) wrong.push(`${code} ${text}: ${found}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe("bodies and people", () => {
  test.each([
    ["上合组织开发银行", "body:SCO Development Bank"],
    ["集安组织秘书长", "body:Collective Security Treaty Organization"],
    ["金砖国家峰会", "body:BRICS"],
    ["亚信峰会", "body:Conference on Interaction and Confidence Building Measures in Asia"],
    ["欧亚经济联盟", "body:Eurasian Economic Union"],
    ["the CSTO", "body:Collective Security Treaty Organization"],
    ["в ЕАЭС", "body:Eurasian Economic Union"],
    ["с Владимиром Путиным", "person:Vladimir Putin"],
    ["普京说", "person:Vladimir Putin"],
    ["Wang Yi said", "person:Wang Yi"],
  ])("%s names %s first", (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  test("none of the other bodies is the SCO", () => {
    for (const text of [
      "集安组织",
      "金砖国家",
      "亚信",
      "欧亚经济联盟",
      "CSTO CICA EAEU BRICS CIS",
      "ОДКБ СВМДА ЕАЭС БРИКС СНГ",
    ])
      expect(ids(text)).not.toContain("body:Shanghai Cooperation Organization");
    for (const text of ["上合", "上合组织", "SCO", "ШОС", "Шанхайской организации сотрудничества"])
      expect(ids(text)).toEqual(["body:Shanghai Cooperation Organization"]);
  });
});

describe("offices", () => {
  test.each([
    ["special assistant to the SCO Secretary-General", "secretary-general[served]"],
    ["an adviser to the Mongolian foreign minister", "foreign-minister[served]"],
    ["советник министра иностранных дел", "foreign-minister[served]"],
    ["пресс-секретарь президента", "president[served]"],
    ["总统特别助理", "president[served]"],
  ])("%s is not the one who is served", (text, office) => {
    expect(officesOf(text).map((one) => one.replace(/ .*/, ""))).toContain(office);
  });

  test.each([
    ["上合组织秘书长", "secretary-general[] body:Shanghai Cooperation Organization"],
    ["上合组织副秘书长", "secretary-general[deputy] body:Shanghai Cooperation Organization"],
    ["俄罗斯前总统", "president[former] country:RU"],
    ["白俄罗斯候任总统", "president[elect] country:BY"],
    ["阿富汗代理外长", "foreign-minister[acting] country:AF"],
    ["印度外交部副部长", "foreign-minister[deputy] country:IN"],
    ["乌兹别克斯坦第一副总理", "prime-minister[deputy,first] country:UZ"],
    ["中国驻俄罗斯大使", "ambassador[] country:CN"],
    ["SCO Deputy Secretary-General", "secretary-general[deputy] body:Shanghai Cooperation Organization"],
    [
      "former Secretary General of the SCO",
      "secretary-general[former] body:Shanghai Cooperation Organization",
    ],
    ["the acting Afghan foreign minister", "foreign-minister[acting] country:AF"],
    ["First Deputy Prime Minister of Kazakhstan", "prime-minister[deputy,first] country:KZ"],
    ["Belarus's president-elect", "president[elect] country:BY"],
    ["Vietnam's vice president", "president[deputy] country:VN"],
    ["ex-president of Iran", "president[former] country:IR"],
    [
      "заместителя генерального секретаря ШОС",
      "secretary-general[deputy] body:Shanghai Cooperation Organization",
    ],
    ["бывшему президенту Киргизии", "president[former] country:KG"],
    ["экс-премьер Пакистана", "prime-minister[former] country:PK"],
    ["и. о. министра иностранных дел Афганистана", "foreign-minister[acting] country:AF"],
    ["замминистра обороны Индии", "defence-minister[deputy] country:IN"],
    ["первый вице-премьер Казахстана", "prime-minister[deputy,first] country:KZ"],
    ["российский президент", "president[] country:RU"],
  ])("%s is %s", (text, office) => {
    expect(officesOf(text)).toEqual([office]);
  });

  test("what comes after something is no ambassador", () => {
    expect(officesOf("Кто возглавит ШОС после Киргизии?")).toEqual([]);
    expect(officesOf("сообщил посол Киргизии")).toEqual(["ambassador[] country:KG"]);
  });

  test("gas is not Gaza", () => {
    expect(ids("цена газа")).toEqual([]);
    expect(ids("сектор Газа, помощь Газе")).toContain("place:Gaza");
  });

  test("front and source in other words are no former office", () => {
    expect(officesOf("目前总统表示")).toEqual(["president[]"]);
    expect(officesOf("上海合作组织成员国政府首脑（总理）理事会")).not.toContain("prime-minister[]");
  });
});

test("every place is told once, within the text, and long texts in linear time", () => {
  const text =
    "白俄罗斯总统普京在中国的Russia's president и президент России, первый заместитель министра и. о. ";
  const cost = (times: number) => {
    const before = process.cpuUsage().user;
    const found = entitiesOf(text.repeat(times));
    for (const [at, { start, end }] of found.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThanOrEqual(found[at - 1]?.start ?? 0);
    }
    return process.cpuUsage().user - before;
  };
  cost(20);
  expect(cost(400)).toBeLessThan(60 * cost(20) + 100_000);
});

test("a line of the files that says nothing is told by its number", () => {
  expect(() => parseCountries("# remark\nRU\t俄\t俄罗斯")).toThrow("line 2 needs a code");
  expect(() => parseOffices("president\t总统\tpresident")).toThrow("line 1 needs an office");
  expect(() => parseOffices("+late\t已故\tlate\tпокойный")).toThrow("line 1 needs an office or a modifier");
});
