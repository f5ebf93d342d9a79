import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { markProgram, pictureAsPdf, textAsPdf } from '@property-office/official-papers';
import { Database } from '@property-office/persistence';
import { requestErrors, runBounded, TurnByTurn } from '@property-office/service-kit';
import sharp from 'sharp';
import { loanErrors } from '../domain/loan-errors';
import { largestMarked } from '../domain/markable';
import { fixityErrors } from '../fixity/domain/fixity-errors';
import { ContentChecks } from '../fixity/persistence/content-checks';
import { FileAlarms } from '../fixity/persistence/file-alarms';
import type { HeldFile, HeldThing } from '../persistence/held-things';
import { ReadBytes } from '../sources/read-bytes';

/** Of a picture, all frames together: more is nothing that anybody scanned. */
const mostPixels = 120_000_000;
/** Two thousand pages take 3 s and 350 MiB, a scan of 25 MB 2 s and 220; the gateway waits half a minute. */
const limits = { heapMebibytes: 256, mebibytes: 448, processorSeconds: 15, seconds: 25, outputMebibytes: 128 };
/** After which a machine that had no time for it may have. */
const busySeconds = 30;
/** Files that wait to be marked: of so many people, so many of each. */
const mostWaiting = { people: 5, each: 4 };

/**
 * What a record holds, with a mark on every page: all that leaves the archives as a file (W4.3). One at a time, people by turns, and in a
 * process of its own: what somebody once filed neither stops the office nor holds up others.
 */
@Injectable()
export class MarkHeld {
  private readonly queue = new TurnByTurn(mostWaiting, () => requestErrors.unavailable({}, { retryAfter: 5 }));

  constructor(
    private readonly database: Database,
    private readonly bytes: ReadBytes,
    private readonly alarms: FileAlarms,
    private readonly checks: ContentChecks,
  ) {}

  /**
   * @param title of the record: above its final text
   * @throws fileUnmarkable, fileQuarantined (409), unavailable (503)
   */
  of(held: HeldThing, title: string, mark: string, { personId }: Principal): Promise<Buffer> {
    return this.queue.run(personId, async () => marked('attachmentId' in held ? await this.asPdf(held) : await textAsPdf(title, held.content), mark));
  }

  private async asPdf({ attachmentId, mediaType, sha256 }: HeldFile): Promise<Buffer> {
    await this.alarms.assertServed(this.database, sha256);
    const bytes = await this.bytes.of(attachmentId, largestMarked);
    if (!bytes) throw loanErrors.fileUnmarkable();
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      await this.checks.recheck(sha256);
      throw fixityErrors.fileQuarantined();
    }
    return mediaType === 'application/pdf' ? bytes : pictureAsPdf(await asJpeg(bytes));
  }
}

async function asJpeg(bytes: Buffer): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer();
  } catch {
    throw loanErrors.fileUnmarkable();
  }
}

async function marked(pdf: Buffer, mark: string): Promise<Buffer> {
  const { program, args, reads, inputOf, unmarkable } = markProgram;
  const { code, output, starved } = await runBounded({ program, args, reads, input: inputOf(pdf, mark), limits });
  if (starved) throw requestErrors.unavailable({}, { retryAfter: busySeconds });
  if (code === unmarkable || code === null) throw loanErrors.fileUnmarkable();
  if (code !== 0) throw new Error(`the process that marks ended with ${code}`);
  return output;
}
