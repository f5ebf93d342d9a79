import JSZip from 'jszip';

/** What a reader of a PDF finds on each of its pages, without spaces. */
export async function pagesOfPdf(bytes: Buffer): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const { items } = await (await document.getPage(n)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join('').replace(/\s/g, ''));
  }
  return pages;
}

/** What a document of Word says, without spaces. */
export async function wordsOfDocx(bytes: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  return (await zip.file('word/document.xml')!.async('string')).replace(/<[^>]+>|\s/g, '');
}

/** What a printed form says, without its marks and spaces. */
export function wordsOfSlip(html: string): string {
  return html.replace(/<style>.*?<\/style>|<svg.*?<\/svg>|<[^>]+>|\s/gs, '');
}
