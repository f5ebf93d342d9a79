/**
 * A process of its own: reads one PDF or DOCX and prints a line that says how many pages it has, empty where it cannot tell, and its words. Whatever a file makes it do ends here: runBounded of service-kit gives it
 * no right to write or to start anything, and ends it when it takes too much. It imports no file of ours, so that it runs as it stands,
 * compiled or not.
 *
 * Arguments: `pdf` or `docx`, the file, the folder of pdfjs-dist, how many characters at most.
 */
import { open } from 'node:fs/promises';
import { openPromise } from 'yauzl';

/** Said by the exit code; 0: pages and words were printed. */
const encrypted = 3;
const broken = 4;
/** Of processor time: what was read until then is printed. */
const enoughSeconds = 10;
/** Unpacked bytes of the text of a DOCX. */
const mostXml = 32 * 1024 * 1024;

/** Its first one is how many pages there are. */
type Words = AsyncGenerator<string>;

async function* ofPdf(file: string, library: string): Words {
  const { getDocument, PDFDataRangeTransport } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const handle = await open(file, 'r');
  const partOf = async (begin: number, end: number): Promise<Uint8Array> => {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(end - begin), 0, end - begin, begin);
    return buffer.subarray(0, bytesRead);
  };
  // What is not needed is not read: a scan has two hundred megabytes of pictures and no word.
  class Parts extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      void partOf(begin, end).then((part) => this.onDataRange(begin, part));
    }
  }
  const { size } = await handle.stat();
  const document = await getDocument({
    range: new Parts(size, await partOf(0, Math.min(size, 65_536))),
    cMapUrl: `${library}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    disableStream: true,
    disableAutoFetch: true,
    verbosity: 0,
  }).promise;
  yield String(document.numPages);
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) yield item.hasEOL ? `${item.str}\n` : item.str;
    yield '\n';
    page.cleanup();
  }
}

async function* ofDocx(file: string): Words {
  const zip = await openPromise(file);
  // Where its pages end is decided by whoever opens it.
  yield '';
  for await (const entry of zip.eachEntry()) {
    if (!/^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > mostXml) break;
    }
    yield* ofXml(Buffer.concat(chunks).toString('utf8'));
    yield '\n';
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function* ofXml(xml: string): Generator<string> {
  for (const [, text, mark] of xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<(w:tab|w:br|w:cr|\/w:p)\b[^>]*>/g)) {
    if (mark !== undefined) yield mark === 'w:tab' ? '\t' : '\n';
    else yield text!.replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, name: string) => (number ? ofCode(Number.parseInt(name, number === '#' ? 10 : 16)) : (named[name] ?? whole)));
  }
}

function ofCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

async function read(words: Words, most: number): Promise<string> {
  const pages = (await words.next()).value as string;
  let text = '';
  for await (const word of words) {
    text += word;
    const { user, system } = process.cpuUsage();
    if (text.length >= most || user + system > enoughSeconds * 1_000_000) break;
  }
  return `${pages}\n${text.slice(0, most)}`;
}

const [kind, file, library, most] = process.argv.slice(2) as [string, string, string, string];
read(kind === 'pdf' ? ofPdf(file, library) : ofDocx(file), Number(most)).then(
  (text) => process.stdout.write(text, () => process.exit(0)),
  (error: Error) => process.exit(error.name === 'PasswordException' ? encrypted : broken),
);
