/** What may be attached, and the file extensions that say so; the first is the one added where a name says something else. */
const extensions = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
} as const;

export type MediaType = keyof typeof extensions;
export const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' satisfies MediaType;
export const mediaTypes = Object.keys(extensions) as MediaType[];

const names: Record<MediaType, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'application/pdf': 'PDF',
  [wordDocument]: 'Word (DOCX)',
};

/** As people call them, in either language. */
export function namesOf(types: readonly MediaType[]): string[] {
  return types.map((type) => names[type]);
}

/** As many bytes from the start of a file as it takes to know what it is. */
export const sniffedBytes = 12;

/** What a file is by its first bytes, whatever its name or its sender says. @returns undefined for what is not accepted */
export function sniff(head: Buffer): MediaType | undefined {
  const text = head.toString('latin1', 0, sniffedBytes);
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp';
  // Every ZIP begins so: whether it is a document of Word is seen when it is whole (`requireWordDocument`).
  if (text.startsWith('PK\x03\x04')) return wordDocument;
  // ISO 32000-1, 7.5.2. Readers accept bytes before the header; what we serve has none.
  if (/^%PDF-[12]\.\d/.test(text)) return 'application/pdf';
  return undefined;
}

export type ImageType = Exclude<MediaType, 'application/pdf' | typeof wordDocument>;

export function isImage(type: MediaType): type is ImageType {
  return type !== 'application/pdf' && type !== wordDocument;
}

/** In lower case, without the dot. */
export function extensionsOf(type: MediaType): readonly string[] {
  return extensions[type];
}

/** How the words of a file are read; undefined: it has none, as a picture. */
export function textKindOf(type: MediaType): 'pdf' | 'docx' | undefined {
  if (type === 'application/pdf') return 'pdf';
  return type === wordDocument ? 'docx' : undefined;
}
