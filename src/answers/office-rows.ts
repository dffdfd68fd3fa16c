/** By what an office is known in a sentence: "the minister", 主任, «директора». */
import type { WordRow } from "../language/word-rows.ts";

export const ENGLISH_OFFICES: readonly WordRow[] = [
  { example: "minister", words: "minister|director|head|chief|chair\\w*|president|secretary" },
  { example: "spokesman", words: "manager|coordinator|adviser|advisor|spokes\\w+" },
  { example: "ambassador", words: "ambassador|envoy|officer|official|governor|mayor|commander" },
  {
    example: "professor",
    words: "engineer|doctor|professor|editor|captain|leader|representative|specialist|expert",
  },
  { example: "rector", words: "rector|moderator|deputy|judge|founder|owner|coach|curator" },
];

/** In Chinese anywhere in a text. */
export const CHINESE_OFFICES: readonly WordRow[] = [
  { example: "部长", words: "[长员使任师授]" },
  { example: "负责人", words: "主席|代表|总理|总统|专家|经理|顾问|领队|负责人" },
];

/** Beginnings of Russian words. */
export const RUSSIAN_OFFICES: readonly WordRow[] = [
  { example: "министра", words: "министр|директор|глава|начальник|председател|президент|секретар|менеджер" },
  {
    example: "советником",
    words: "координатор|советник|представител|посол|руководител|чиновник|губернатор|мэр",
  },
  { example: "инженеры", words: "командир|инженер|врач|професс|редактор|капитан|заведующ|ректор|заместител" },
  { example: "экспертов", words: "управляющ|сотрудни|специалист|эксперт|тренер|депутат" },
];
