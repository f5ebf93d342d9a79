export interface Pack {
  packages: string[];
  entries: string[];
}
export const PACKS: readonly Pack[];
