/** Takes one line for each thing done. */
export type Log = (line: string) => void;
