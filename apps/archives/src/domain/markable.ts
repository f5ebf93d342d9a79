/** What a mark can be put on, page by page, as far as its kind says: an encrypted or broken file is found when it is opened. */
const markableTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif']);

export const isMarkable = (mediaType: string): boolean => markableTypes.has(mediaType);
