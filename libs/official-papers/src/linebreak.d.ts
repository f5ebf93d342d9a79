/** linebreak 1.1 brings no types. */
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    /** @returns the next place where a line may end, in UTF-16 units; null at the end of the text */
    nextBreak(): { position: number; required: boolean } | null;
  }
  export = LineBreaker;
}
