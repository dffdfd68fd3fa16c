/** Surnames of Chinese people, as part of a pattern. */
export const SURNAMES =
  "欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤岳耿倪温芦俞华鲍柳施翁祁庞樊兰殷安颜庄章鲁季裴屠冀童项阮柯辛关骆甄齐路]";

const SURNAME = new RegExp(`^(?:${SURNAMES})$`, "u");

/** Whether Chinese people have this surname. */
export function isSurname(characters: string): boolean {
  return SURNAME.test(characters);
}
