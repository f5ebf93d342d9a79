import { Injectable } from '@nestjs/common';
import { Seals, type Seal } from '@property-office/audit';
import type { Database, Transaction } from '@property-office/persistence';
import { FileAlarms } from '../../fixity/persistence/file-alarms';
import { sha256 } from '../../persistence/new-record';
import type { HandOver } from '../persistence/hand-over.entity';
import type { Chosen } from '../persistence/hand-overs';
import { indexName, indexOf, readmeName, readmeOf, sealedText, sumsName, sumsOf } from './aids';
import { filesIn, manifestOf, type Manifest } from './manifest';

/** A package as it was sealed; the bytes of its files are where they always were. */
export interface SealedPackage {
  manifest: string;
  manifestHash: string;
  readme: string;
  indexPage: string;
  seal: Seal;
}

/** Sealed packages: made once, of locked items, and never changed. */
@Injectable()
export class Packages {
  constructor(
    private readonly seals: Seals,
    private readonly alarms: FileAlarms,
  ) {}

  /** @returns the hash of its manifest @throws fileQuarantined (409) */
  async seal(tx: Transaction, list: HandOver, items: Chosen, sealedAt: Date): Promise<string> {
    const manifest = await manifestOf(tx, list, items, sealedAt);
    await this.alarms.assertAllServed(tx, filesIn(manifest).map((file) => file.sha256));
    const [readme, indexPage] = [readmeOf(manifest), indexOf(manifest)];
    manifest.aids = [[readmeName, readme], [indexName, indexPage], [sumsName, sumsOf(manifest)]].map(([path, text]) => ({ path: path!, sha256: sha256(text!) }));
    const text = JSON.stringify(manifest, null, 1);
    const manifestHash = sha256(text);
    const { kid, signature, publicKey } = this.seals.seal(sealedText(manifestHash));
    tx.send(
      `INSERT INTO hand_over_package (hand_over_id, manifest, manifest_hash, readme, index_page, kid, signature, public_key, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [list.id, text, manifestHash, readme, indexPage, kid, signature, publicKey, tx.now],
    );
    return manifestHash;
  }

  /** @returns undefined until it is sealed */
  async of(on: Database | Transaction, handOverId: string): Promise<SealedPackage | undefined> {
    const [row] = await on.query<Omit<SealedPackage, 'seal'> & Seal & Record<string, unknown>>(
      `SELECT manifest, manifest_hash AS "manifestHash", readme, index_page AS "indexPage", kid, signature, public_key AS "publicKey" FROM hand_over_package WHERE hand_over_id = $1`,
      [handOverId],
    );
    if (!row) return undefined;
    const { kid, signature, publicKey, ...rest } = row;
    return { ...rest, seal: { kid, signature, publicKey } };
  }
}

export const manifestIn = ({ manifest }: Pick<SealedPackage, 'manifest'>): Manifest => JSON.parse(manifest) as Manifest;
