/** What is done with paper (起草打字、打印、复印、装订). */
export const printWorks = ['draft', 'print', 'copy', 'bind'] as const;
export type PrintWork = (typeof printWorks)[number];

/** What a job begins with: files or a document; what is drafted may begin with words alone. */
export function beginsWith(work: PrintWork, { files, document, words }: { files: number; document: boolean; words: boolean }): boolean {
  return files > 0 || document || (work === 'draft' && words);
}

/** What a job leaves behind: a draft, as files or as an outgoing document; all others leave paper. */
export function leavesDraft(work: PrintWork, { files, document }: { files: number; document: boolean }): boolean {
  return (work === 'draft') === (files > 0 || document);
}

export const printSides = ['one', 'two'] as const;
export type PrintSides = (typeof printSides)[number];

/** 不装订、订书钉、胶装、线圈。 */
export const printBindings = ['none', 'staple', 'glue', 'coil'] as const;
export type PrintBinding = (typeof printBindings)[number];
