/**
 * The words by which a sentence denies. Words that look like them, and limits ("not before", 不到, «не более»), are
 * left out.
 */
import type { WordRow } from "../../language/word-rows.ts";

export const ENGLISH_DENIALS: readonly WordRow[] = [
  { example: "nobody came", words: "not|never|nobody|none|neither|without" },
  { example: "he denied it", words: "refus(?:e[sd]?|ing)|declined|den(?:y|ies|ied)" },
  { example: "two were absent", words: "absent|boycott\\w*|skipp\\w+|failed to|rejected" },
  { example: "there were no talks", words: "no(?! (?:more|less|later|earlier|longer than|fewer)\\b)" },
];

export const CHINESE_DENIALS: readonly WordRow[] = [
  { example: "没有签署", words: "没有?(?!收)" },
  { example: "未公布", words: "未(?!来|必)" },
  {
    example: "不参加",
    words: "(?<!绝)不(?!仅|但|断|少|久|同|过|超|到|足|应|得|可|会|少|低|管|论|止|只|锈|动产|愿)",
  },
  { example: "否认此事", words: "否认|拒绝|缺席|取消|无人受" },
];

export const RUSSIAN_DENIALS: readonly WordRow[] = [
  {
    example: "не подписали",
    words:
      "не(?! (?:более|менее|только|позднее|ранее|раньше|позже|превыш|ниже|меньше|больше))|нет|ни|никто|никогда|без",
  },
  { example: "опровергли слухи", words: "отказал\\p{L}*|опроверг\\p{L}*|отрица\\p{L}*" },
  { example: "отсутствовали двое", words: "отверг\\p{L}*|отклонил\\p{L}*|отсутств\\p{L}*" },
];
