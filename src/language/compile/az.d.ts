/** The parts of az that the build uses. */
declare module "az" {
  interface Parse {
    readonly word: string;
    /** `Dictionary`, or what guessed. */
    readonly parser: string;
    readonly score: number;
    readonly tag: { readonly POS: string };
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
