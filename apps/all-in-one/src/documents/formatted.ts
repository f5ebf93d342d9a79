import type { GeneratedDocument } from './generated-document';

/** As the formatter of the repository would write it, so that formatting everything changes nothing generated. */
export async function formatted(document: GeneratedDocument): Promise<GeneratedDocument> {
  const { format, resolveConfig } = await import('prettier');
  const options = await resolveConfig(__filename);
  return { ...document, text: await format(document.text, { ...options, filepath: document.path }) };
}
