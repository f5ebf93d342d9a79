/**
 * A process of its own: reads a mark and a PDF, and writes the PDF with the mark on its pages. Whatever a file makes it do ends here:
 * whoever runs it (`mark-program.ts`) gives it no right to write or to start anything, and ends it when it takes too much. It names no file
 * of ours but the one beside it, by its ending, so that it runs as it stands, compiled or not.
 *
 * Argument: the file of the font. Reads a line of JSON, which is the mark, and after it the PDF. Ends with 3 where that cannot be marked.
 */
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';

const [program, font] = process.argv.slice(1) as [string, string];
const { markPages, UnmarkableError } = createRequire(program)(`./mark-pages${extname(program)}`) as typeof import('./mark-pages');

async function mark(): Promise<void> {
  const told = await buffer(process.stdin);
  const line = told.indexOf('\n');
  try {
    const marked = await markPages(told.subarray(line + 1), JSON.parse(told.toString('utf8', 0, line)) as string, font);
    process.stdout.write(marked, () => process.exit(0));
  } catch (error) {
    process.exit(error instanceof UnmarkableError ? 3 : 1);
  }
}

void mark();
