import { Injectable, type OnModuleInit } from '@nestjs/common';
import { requestErrors, TurnByTurn } from '@property-office/service-kit';
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import { fileErrors } from '../domain/errors';
import { largestSide, mostPixels, mostWaiting, thumbnailSide } from '../domain/limits';
import type { ImageType } from '../domain/media-type';

export interface ConvertedImage {
  width: number;
  height: number;
}

/** A picture that takes longer is not one anybody took. */
const longestSeconds = 20;
const format: Record<ImageType, (image: Sharp) => Sharp> = {
  'image/jpeg': (image) => image.jpeg({ quality: 85 }),
  'image/png': (image) => image.png({ compressionLevel: 8 }),
  'image/webp': (image) => image.webp({ quality: 85 }),
  'image/gif': (image) => image.gif(),
};

/**
 * Makes new images of received ones: upright, at most 4096 pixels a side, and without anything but pixels: no EXIF, no
 * place, no comment, nothing appended. One at a time, people by turns: each takes all the memory and cores an image needs.
 */
@Injectable()
export class ImageConverter implements OnModuleInit {
  private readonly queue = new TurnByTurn(mostWaiting, () => requestErrors.unavailable({}, { retryAfter: 10 }));

  /** Its library is loaded by whoever uses it first: that is the service, before it is ready, and not the first photo. */
  async onModuleInit(): Promise<void> {
    await sharp({ create: { width: 1, height: 1, channels: 3, background: '#ffffff' } }).jpeg().toBuffer();
  }

  /** @throws imageTooLarge (413), imageDamaged (415), unavailable (503) where too many wait */
  convert(
    whose: string,
    received: string,
    type: ImageType,
    into: { image: string; thumbnail: string },
  ): Promise<ConvertedImage> {
    return this.queue.run(whose, async () => {
      const animated = type === 'image/gif' || type === 'image/webp';
      await this.check(received, type, animated);
      const image = await save(format[type](within(read(received, animated), largestSide)), into.image);
      await save(within(read(into.image, false), thumbnailSide).webp({ quality: 75 }), into.thumbnail);
      return { width: image.width, height: image.pageHeight ?? image.height };
    });
  }

  /** Reads only the header: what it announces decides before anything is unpacked. */
  private async check(received: string, type: ImageType, animated: boolean): Promise<void> {
    let found: Metadata;
    try {
      found = await sharp(received, { animated, limitInputPixels: false }).metadata();
    } catch {
      throw fileErrors.imageDamaged();
    }
    if (`image/${found.format}` !== type) throw fileErrors.imageDamaged();
    if (found.width * found.height > mostPixels) throw fileErrors.imageTooLarge();
  }
}

function read(path: string, animated: boolean): Sharp {
  const image = sharp(path, {
    animated,
    limitInputPixels: mostPixels,
    failOn: 'error',
    sequentialRead: true,
  });
  return image.timeout({ seconds: longestSeconds }).autoOrient();
}

function within(image: Sharp, side: number): Sharp {
  return image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

async function save(image: Sharp, path: string): Promise<OutputInfo> {
  try {
    return await image.toFile(path);
  } catch (error) {
    if (isOutOfRoom(error)) throw error;
    throw Object.assign(fileErrors.imageDamaged(), { cause: error });
  }
}

/** libvips tells of the disk in words only. */
function isOutOfRoom(error: unknown): boolean {
  return error instanceof Error && /no space left|write error|unable to open for write/i.test(error.message);
}
