/** Chinese words that ask or join and name nothing. Add one here. */

/** Words that ask, and the pairs of characters that they leave where they are cut. */
export const CHINESE_ASKING_WORDS: readonly string[] =
  "什么 多少 哪些 哪个 哪里 哪种 为什 是什 么时 如何 怎么 怎样 为何 何时 何地 是谁 有什 有多 了什 些什 的什 吗 呢 谁".split(
    " ",
  );
