import { Inject, Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { contentFixityPath, type ContentAsked, type ContentFixity } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import { CONFIGURATION, type PlatformConfiguration } from '@property-office/service-kit';
import { nextCheck, type Found } from './domain/next-check';
import { ContentChecks, type Turn } from './persistence/content-checks';
import { FileAlarms } from './persistence/file-alarms';
import { holdingsOf, lockHolders, type Holding } from './persistence/held-contents';

const same = (one: Holding) => (other: Holding) => one.id === other.id && one.item === other.item && one.position === other.position;

/** Has the bytes of records and living files looked at again, some at a time: `files` reads them, here it is written down and said what that means (W4.2). */
@Injectable()
export class CheckRound {
  constructor(
    private readonly database: Database,
    private readonly client: InternalClient,
    private readonly checks: ContentChecks,
    private readonly alarms: FileAlarms,
    @Inject(CONFIGURATION) private readonly configuration: Pick<PlatformConfiguration, 'fixityDays'>,
  ) {}

  /** Asks about those whose turn it is, within a turn of bounded length. @returns how many it is known of now, and how many are being read */
  async turn(stopping?: AbortSignal): Promise<{ known: number; waiting: number }> {
    const turn = { known: 0, waiting: 0 };
    for (const content of await this.checks.lease()) {
      if (stopping?.aborted) break;
      const asked: ContentAsked = { sha256: content.sha256, since: content.since.toISOString() };
      const told = await this.client.post<ContentFixity>('files', contentFixityPath, asked);
      if (told.state === 'waiting') {
        await this.checks.giveBack(content.sha256);
        turn.waiting += 1;
      } else {
        await this.database.transaction((tx) => this.conclude(tx, content, told.state, new Date(told.checkedAt)));
        turn.known += 1;
      }
    }
    return turn;
  }

  /** Whoever holds it is locked before it, as by whoever destroys records. */
  private async conclude(tx: Transaction, content: Turn, found: Found, checkedAt: Date): Promise<void> {
    const { sha256 } = content;
    await lockHolders(tx, [...(await holdingsOf(tx, sha256)), ...(await this.alarms.openOf(tx, sha256))]);
    const before = await this.checks.conclude(tx, content, found, checkedAt, nextCheck(tx.now, found, this.configuration.fixityDays));
    if (!before) return;
    const held = await holdingsOf(tx, sha256);
    const open = await this.alarms.openOf(tx, sha256);
    for (const gone of open.filter((each) => !held.some(same(each)))) this.alarms.close(tx, gone, sha256);
    if (held.length === 0) this.checks.forget(tx, sha256);
    for (const holding of held) {
      const alarmed = open.some(same(holding));
      if (found === 'whole' && alarmed) await this.alarms.answer(tx, holding, sha256);
      if (found !== 'whole' && !alarmed) await this.alarms.raise(tx, holding, sha256, found, before.wholeAt);
    }
  }
}
