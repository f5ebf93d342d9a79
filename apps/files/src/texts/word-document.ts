import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { fileErrors } from '../domain/errors';
import { mediaTypes } from '../domain/media-type';

/** A document of Word has some dozens of parts. */
const mostParts = 2_000;
const mostContentTypes = 256 * 1024;
const contentTypes = '[Content_Types].xml';
/** ECMA-376-1, 11.3.10 */
const mainPart = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const macroPart = /(^|\/)vba(project|data)\.(bin|xml)$/i;
/** Of the file, of an embedded one, or of a part, however that is called. */
const macroType = /macroEnabled|vbaProject/i;

/**
 * Looks into what came as a document of Word: at the list of its parts and what they are called; nothing else is unpacked.
 * @throws macrosRefused, wordDamaged, fileTypeRefused (415)
 */
export async function requireWordDocument(path: string): Promise<void> {
  let seen: { parts: number; types: string; macros: boolean };
  try {
    seen = await look(await openPromise(path));
  } catch {
    throw fileErrors.wordDamaged();
  }
  if (seen.macros || macroType.test(seen.types)) throw fileErrors.macrosRefused();
  if (seen.parts > mostParts || seen.types.length > mostContentTypes) throw fileErrors.wordDamaged();
  if (!seen.types.includes(mainPart)) throw fileErrors.fileTypeRefused(mediaTypes);
}

async function look(zip: ZipFile): Promise<{ parts: number; types: string; macros: boolean }> {
  const seen = { parts: 0, types: '', macros: false };
  for await (const entry of zip.eachEntry()) {
    seen.parts += 1;
    if (seen.parts > mostParts) break;
    if (macroPart.test(entry.fileName)) seen.macros = true;
    if (entry.fileName === contentTypes) seen.types += await beginningOf(zip, entry);
  }
  return seen;
}

async function beginningOf(zip: ZipFile, entry: Entry): Promise<string> {
  let text = '';
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    text += (chunk as Buffer).toString('latin1');
    if (text.length > mostContentTypes) break;
  }
  return text;
}
