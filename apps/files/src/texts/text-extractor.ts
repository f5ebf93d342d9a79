import { dirname, extname, join } from 'node:path';
import type { NoTextReason } from '@property-office/contracts';
import { runBounded } from '@property-office/service-kit';
import { textLimits } from '../domain/limits';

/** What a file says, or why nothing of it can be read, and how many pages it has: null where that is not known, as of a document of Word. */
export type FileText = ({ state: 'read'; text: string } | { state: 'none'; reason: NoTextReason }) & { pages: number | null };

const none = (reason: NoTextReason, pages: number | null = null): FileText => ({ state: 'none', reason, pages });
/** As `text-process` ends. */
const ends: Record<number, FileText> = { 3: none('encrypted'), 4: none('broken') };
const program = join(__dirname, `text-process${extname(__filename)}`);
const library = dirname(require.resolve('pdfjs-dist/package.json'));

/**
 * Reads a file in a process of its own, which may read it and no other, and is ended where it takes more than a paper needs.
 * @param signal ends it, too
 * @throws where nothing can be said of the file: the machine had no time for the process, `signal`, or somebody else, ended it, or it could not
 *   be started
 */
export async function extractText(kind: 'pdf' | 'docx', file: string, signal: AbortSignal, limits = textLimits): Promise<FileText> {
  const args = [kind, file, library, String(limits.characters)];
  const { code, output, starved } = await runBounded({ program, args, reads: [file, `${dirname(library)}/`], limits, signal });
  if (starved) throw new Error(`the machine had no time for reading it within ${limits.seconds} s`);
  if (code !== 0) return ends[code ?? -1] ?? none('too-large');
  const printed = output.toString('utf8');
  const line = printed.indexOf('\n');
  const [text, pages] = [printed.slice(line + 1), line === 0 ? null : Number(printed.slice(0, line))];
  return /[\p{L}\p{N}]/u.test(text) ? { state: 'read', text, pages } : none('no-words', pages);
}
