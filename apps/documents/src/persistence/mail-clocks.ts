import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { MailItem } from './mail-item.entity';
import { MailItems } from './mail-items';

/** Who hears of it when mail is left lying: its addressee, and whoever signed for what is official and not registered. */
const clocks = {
  'mail-collection': ({ addresseeId }: MailItem) => addresseeId,
  'mail-registration': ({ signedBy }: MailItem) => signedBy,
} as const;
type Clock = keyof typeof clocks;

const first = 1;

/** The clocks of mail (G4, G5): each time it is addressed, until it is collected; what is official is registered the same workday (W1.1). */
@Injectable()
export class MailClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly mail: MailItems,
  ) {}

  onModuleInit(): void {
    for (const [kind, responsible] of Object.entries(clocks)) {
      this.deadlines.watch(kind, {
        waitingStates: [],
        lock: async (tx, id) => {
          const mail = await this.mail.lock(tx, id);
          if (!mail) return undefined;
          return {
            responsible: [responsible(mail)],
            escalated: (level) => this.mail.advance(tx, mail, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level }),
          };
        },
      });
    }
  }

  /** The rules by which clocks run, for `begin`; `tx` inside a transaction. */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.deadlines.book(tx);
  }

  begin(tx: Transaction, book: RuleBook, mail: MailItem, at: Date): void {
    this.start(tx, book, mail, 'mail-collection', 'collect', at);
    if (mail.official) this.start(tx, book, mail, 'mail-registration', 'register', at);
  }

  /** It is for somebody else: they have as long as the first one had. */
  async readdressed(tx: Transaction, mail: MailItem, at: Date): Promise<void> {
    (await this.deadlines.of(tx, mail.id, 'mail-collection')).cancel(mail.round - 1, at, ['collect']);
    this.start(tx, await this.book(tx), mail, 'mail-collection', 'collect', at);
  }

  collected(tx: Transaction, mail: MailItem, at: Date): Promise<void> {
    return this.keep(tx, mail, mail.round, 'collect', at);
  }

  /** What is registered waits for nobody any more. */
  async registered(tx: Transaction, mail: MailItem, at: Date): Promise<void> {
    await this.keep(tx, mail, first, 'register', at);
    (await this.deadlines.of(tx, mail.id, 'mail-collection')).cancel(mail.round, at, ['collect']);
  }

  private start(tx: Transaction, book: RuleBook, { id: aggregateId, siteId, round }: MailItem, kind: Clock, promise: string, at: Date): void {
    const episode = kind === 'mail-collection' ? round : first;
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode, class: 'mail', promises: [promise], at });
  }

  private async keep(tx: Transaction, mail: MailItem, episode: number, promise: string, at: Date): Promise<void> {
    const levels = (await this.deadlines.of(tx, mail.id, 'mail-collection')).close(episode, [promise], at);
    for (const level of levels) this.mail.advance(tx, mail, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }
}
