import { Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { attachmentBytesPath, type AttachmentBytes } from '@property-office/contracts';

/** The bytes of a file of a record, as files keeps them. Never in a transaction or a reaction. */
@Injectable()
export class ReadBytes {
  constructor(private readonly client: InternalClient) {}

  /**
   * All of them in memory.
   * @param most bytes
   * @returns undefined for what has more: the rest is not asked for
   * @throws unavailable (503)
   */
  async of(attachmentId: string, most: number): Promise<Buffer | undefined> {
    const pieces: Buffer[] = [];
    let read = 0;
    for await (const piece of this.pieces(attachmentId)) {
      read += piece.length;
      if (read > most) return undefined;
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** One after the other, each asked for when the one before was taken. @throws unavailable (503) */
  async *pieces(attachmentId: string): AsyncGenerator<Buffer> {
    let read = 0;
    let size = 1;
    while (read < size) {
      const told: AttachmentBytes = await this.client.post('files', attachmentBytesPath, { attachmentId, from: read });
      const piece = Buffer.from(told.base64, 'base64');
      if (piece.length === 0) break;
      yield piece;
      read += piece.length;
      size = told.size;
    }
  }
}
