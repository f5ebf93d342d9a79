/** Whether somebody has to find out whom a complaint is about: a complainant said so in words, and nobody is named (W2.3). */
export function isAboutOpen(words: string | null | undefined, { aboutPersonIds, aboutCrewIds }: { aboutPersonIds: readonly string[]; aboutCrewIds: readonly string[] }): boolean {
  return typeof words === 'string' && aboutPersonIds.length + aboutCrewIds.length === 0;
}
