import { randomBytes } from 'node:crypto';
import type { Rotated } from './key-rotation';

/** A key file of shared secrets: the current one first, older ones kept until the links they signed have expired. */
export interface AttachmentKeyFile extends Rotated {
  keys: Array<{ kid: string; secret: string }>;
}

export function newAttachmentKeyFile(): AttachmentKeyFile {
  return { keys: [{ kid: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('base64url') }] };
}
