/** The parts of az that the build uses. */
declare module "az" {
  interface Parse {
    readonly word: string;
    /** `Dictionary`, or what guessed. */
    readonly parser: string;
    readonly score: number;
    /** Part of speech, and each other mark that holds. */
    readonly tag: { readonly POS: string } & Readonly<Record<string, string | boolean | undefined>>;
    readonly formCnt: number;
    normalize(keepPOS: boolean): Parse;
    inflect(form: number): Parse | false;
  }
  const Az: {
    Morph: ((word: string) => readonly Parse[]) & {
      init(folder: string, done: (error?: unknown) => void): void;
    };
  };
  export default Az;
}
