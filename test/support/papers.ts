import { textOfPages } from '@property-office/testing';
import JSZip from 'jszip';

/** What stands on each page of a PDF, without spaces. */
export async function pagesOfPdf(bytes: Buffer): Promise<string[]> {
  return (await textOfPages(bytes)).map((page) => page.replace(/\s/g, ''));
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
