import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { ZipFile } from 'yazl';
import { fixityErrors } from '../../fixity/domain/fixity-errors';
import { ContentChecks } from '../../fixity/persistence/content-checks';
import { ReadBytes } from '../../sources/read-bytes';
import { indexName, readmeName, sealedText, sealNames, sumsName, sumsOf } from './aids';
import { manifestName, type PackedFile } from './manifest';
import { manifestIn, type SealedPackage } from './packages';

/** Scans and pictures hardly become smaller: as little work as there is. */
const leastWork = 1;

/**
 * The package as one ZIP, written while it is sent: of its files never more than a piece is held. What is not as the manifest says breaks
 * it off, so that nobody takes half of it for the whole.
 */
@Injectable()
export class ZipPackage {
  private readonly log = new Logger('Hand-over package');

  constructor(
    private readonly database: Database,
    private readonly bytes: ReadBytes,
    private readonly checks: ContentChecks,
  ) {}

  stream(sealed: SealedPackage): Readable {
    const manifest = manifestIn(sealed);
    const mtime = new Date(manifest.sealedAt);
    const zip = new ZipFile();
    const { signature, publicKey } = sealed.seal;
    const texts: Array<[string, string | Buffer]> = [
      [readmeName, sealed.readme],
      [indexName, sealed.indexPage],
      [manifestName, sealed.manifest],
      [sumsName, sumsOf(manifest)],
      [sealNames.hash, sealedText(sealed.manifestHash)],
      [sealNames.signature, Buffer.from(signature, 'base64url')],
      [sealNames.publicKey, publicKey],
    ];
    for (const [name, content] of texts) zip.addBuffer(Buffer.from(content), name, { mtime });
    const output = zip.outputStream as Readable;
    // yazl listens to no error of a stream that it asks for when it is its turn.
    const breakOff = (error: Error): void => {
      this.log.warn(`${manifest.number} broke off: ${error.message}`);
      output.destroy(error);
    };
    const add = (file: PackedFile, content: () => AsyncIterable<Buffer>): void =>
      zip.addReadStreamLazy(file.path, { mtime, compressionLevel: leastWork }, (give) => give(null, Readable.from(this.checked(file, content()), { objectMode: false }).on('error', breakOff)));
    for (const { id, files } of manifest.records) for (const file of files) add(file, () => this.contentOf(id, file));
    for (const { entries } of manifest.livingFiles) for (const { files } of entries) for (const file of files) add(file, () => this.bytes.pieces(file.attachmentId!));
    zip.on('error', breakOff);
    zip.end();
    return output;
  }

  private contentOf(recordId: string, file: PackedFile): AsyncIterable<Buffer> {
    return file.kind === 'file' ? this.bytes.pieces(file.attachmentId!) : this.sheet(recordId, file.kind);
  }

  private async *sheet(recordId: string, kind: string): AsyncGenerator<Buffer> {
    const [sheet] = await this.database.query<{ content: string }>('SELECT content FROM record_sheet WHERE record_id = $1 AND kind = $2', [recordId, kind]);
    yield Buffer.from(sheet?.content ?? '');
  }

  /** @throws fileQuarantined where it is not what the manifest says, once all of it was read */
  private async *checked({ sha256 }: PackedFile, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const piece of content) {
      hash.update(piece);
      yield piece;
    }
    if (hash.digest('hex') === sha256) return;
    await this.checks.recheck(sha256);
    throw fixityErrors.fileQuarantined();
  }
}
