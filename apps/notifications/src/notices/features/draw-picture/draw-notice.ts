import { toBuffer } from 'qrcode';
import sharp from 'sharp';
import { escaped } from '@property-office/service-kit';
import { changedLine, type Posting } from '../../domain/posting';

/** Brought along: a server has no Chinese fonts of its own. */
const regular = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const width = 1080;
const margin = 64;
const qrSize = 320;

/**
 * A picture of what is posted in a chat group: title, text, and a QR code that opens it.
 * @returns PNG
 */
export async function drawNotice({ changed, texts: [zh, en] }: Posting, number: string, link: string): Promise<Buffer> {
  const blocks = [
    ...(changed === null ? [] : [await drawText(escaped(changedLine(changed)), 34)]),
    await drawText(`<b>${escaped(zh!.title)}</b>`, 52),
    await drawText(escaped(zh!.body), 34),
    ...(en ? [await drawText(`<b>${escaped(en.title)}</b>\n${escaped(en.body)}`, 28)] : []),
    await drawText(escaped(number), 24),
  ];
  let top = margin;
  const placed = blocks.map(({ data, info }) => {
    const at = { input: data, left: margin, top };
    top += info.height + margin / 2;
    return at;
  });
  const qr = await toBuffer(link, { width: qrSize, margin: 2, errorCorrectionLevel: 'M' });
  return sharp({ create: { width, height: top + qrSize + margin, channels: 3, background: '#ffffff' } })
    .composite([...placed, { input: qr, left: width - margin - qrSize, top }])
    .png()
    .toBuffer();
}

/** @param markup of Pango, escaped; lines wrap where a character ends */
function drawText(markup: string, size: number) {
  return sharp({ text: { text: markup, fontfile: regular, font: `Noto Sans SC ${size}`, width: width - 2 * margin, dpi: 72, rgba: true, wrap: 'word-char' } })
    .png()
    .toBuffer({ resolveWithObject: true });
}
