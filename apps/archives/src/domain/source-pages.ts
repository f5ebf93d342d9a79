/** What a record notes where its source stated another number of pages than was counted of its paper and files; null where it did not. */
export function pagesNote(pages: number | null, counted: number | null): string | null {
  return pages === null || counted === null || pages === counted ? null : `页数：来源填报 ${pages} 页，按文件计 ${counted} 页。`;
}
