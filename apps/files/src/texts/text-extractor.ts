import { dirname, extname, join } from 'node:path';
import type { NoTextReason } from '@property-office/contracts';
import { runBounded } from '@property-office/service-kit';
import { textLimits } from '../domain/limits';

/** What a file says, or why nothing of it can be read. */
export type FileText = { state: 'read'; text: string } | { state: 'none'; reason: NoTextReason };

const none = (reason: NoTextReason): FileText => ({ state: 'none', reason });
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
  const text = output.toString('utf8');
  return /[\p{L}\p{N}]/u.test(text) ? { state: 'read', text } : none('no-words');
}
