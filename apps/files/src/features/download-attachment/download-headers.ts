import type { Download } from './download-attachment.handler';

const privately = 'private, max-age=300, immutable';

/** Headers under which a browser saves or shows a file and never runs it. */
export function downloadHeaders({ attachment, rendition, bytes }: Download): Record<string, string> {
  const isThumbnail = rendition === 'thumbnail';
  return {
    'content-type': isThumbnail ? 'image/webp' : attachment.mediaType,
    'content-length': String(bytes.size),
    'content-disposition': contentDisposition(isThumbnail ? `${attachment.name}.webp` : attachment.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    // The bytes of an id never change; five minutes is as long as its link is good.
    'cache-control': privately,
  };
}

/** RFC 6266 with RFC 5987: the name in UTF-8, and for those who cannot read that one of ASCII. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
