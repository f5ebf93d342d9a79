/** Bytes of a file that is marked, which is in memory three times meanwhile. */
export const largestMarked = 25 * 1024 * 1024;

const markableTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif']);

/**
 * What a mark can be put on, page by page, as far as its kind and size say: an encrypted or broken file is found when it is opened.
 * @param size in bytes; left out where it is not known
 */
export const isMarkable = (mediaType: string, size = 0): boolean => markableTypes.has(mediaType) && size <= largestMarked;
