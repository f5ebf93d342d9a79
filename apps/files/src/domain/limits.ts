import { mediaTypes, type MediaType } from './media-type';

export const mebibyte = 1024 * 1024;

/** What one upload may be. */
export interface UploadLimits {
  /** Bytes at most. */
  largest: number;
  types: readonly MediaType[];
}

/** Bytes of an uploaded file at most. */
export const largestFile = 25 * mebibyte;
export const ordinaryLimits: UploadLimits = { largest: largestFile, types: mediaTypes };
/** A bundle of paper that an office scans: a thousand pages. */
export const scanLimits: UploadLimits = { largest: 200 * mebibyte, types: ['application/pdf'] };
/** A photo of who has no account (W2.6). */
export const visitorPhotoLimits: UploadLimits = {
  largest: 8 * mebibyte,
  types: ['image/jpeg', 'image/png', 'image/webp'],
};
/** What one person uploads within a day and nothing has yet. */
export const mostUnlinked = { files: 200, bytes: 1024 * mebibyte };
/** Below this much room on the disk nothing is taken in: what is being written, and the database beside it, need the rest. */
export const leastRoom = 1024 * mebibyte;
/** Images that wait to be converted: of so many people, so many of each. */
export const mostWaiting = { people: 20, each: 10 };
/** Longest side of a stored image. */
export const largestSide = 4096;
export const thumbnailSide = 320;
/** Pixels of a received image at most, all frames together: the largest cameras of telephones make 108 million. */
export const mostPixels = 120_000_000;
/** What reading the words of one file may take; a paper of a hundred pages takes a second and 150 MiB. */
export const textLimits = { characters: 300_000, heapMebibytes: 192, mebibytes: 640, processorSeconds: 20, seconds: 180, outputMebibytes: 1 };
/** Files that wait to be read; who asks for one more comes again. */
export const mostFilesToRead = 50;

/** Contents that wait to be checked, of all who ask. */
export const mostContentsToCheck = 100;
