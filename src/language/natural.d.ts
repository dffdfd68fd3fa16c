/** Types of natural's sub-paths: the whole package loads database drivers, these files load nothing. */
interface Stemmer {
  stem(word: string): string;
}
declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: Stemmer;
  export default stemmer;
}
declare module "natural/lib/natural/stemmers/porter_stemmer_ru.js" {
  const stemmer: Stemmer;
  export default stemmer;
}
declare module "natural/lib/natural/util/stopwords.js" {
  const list: { readonly words: readonly string[] };
  export default list;
}
declare module "natural/lib/natural/util/stopwords_ru.js" {
  const list: { readonly words: readonly string[] };
  export default list;
}
