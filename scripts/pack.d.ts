export const UNPACKED: string[];
/** Writes dist/ anew. */
export function pack(): Promise<void>;
