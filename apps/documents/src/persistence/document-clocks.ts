import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reminderBefore } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type RuleBook, type ShownOnTime } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { whoseTurn } from '../domain/circulation';
import { barredFrom } from './colleagues';
import { Circulations } from './circulations';
import type { IncomingDocument } from './incoming-document.entity';
import { IncomingDocuments } from './incoming-documents';

const once = 1;

/** What each clock is about, and who answers for it; a leader who is to decide is named by the plan. */
const clocks = {
  'incoming-proposal': ({ registeredBy }: IncomingDocument) => [registeredBy],
  'incoming-decision': () => [],
  'incoming-action': ({ actingPersonId, supervisedBy }: IncomingDocument) => [actingPersonId, supervisedBy].filter((id) => id !== null),
  'incoming-answer': ({ actingPersonId, registeredBy }: IncomingDocument) => [actingPersonId ?? registeredBy],
} as const satisfies Record<string, (document: IncomingDocument) => string[]>;
type Clock = keyof typeof clocks | 'incoming-reading';

/**
 * The clocks of documents (G4, G5): of the proposal, the decision, of acting on it (a workday before, on the date, and after),
 * of the answer, and of each turn of reading. The document is locked by whoever moves them; of a confidential one nobody
 * hears who may not know of it.
 */
@Injectable()
export class DocumentClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly documents: IncomingDocuments,
    private readonly circulations: Circulations,
  ) {}

  onModuleInit(): void {
    for (const [kind, responsible] of Object.entries(clocks)) this.watch(kind, async (_, document) => responsible(document));
    this.watch('incoming-reading', async (tx, document) => {
      const circulation = await this.circulations.now(tx, document);
      return circulation ? whoseTurn(circulation) : [];
    });
  }

  /** The rules by which clocks run, for `registered`; `tx` inside a transaction. */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.deadlines.book(tx);
  }

  registered(tx: Transaction, book: RuleBook, document: IncomingDocument, at: Date): void {
    this.start(tx, book, document, 'incoming-proposal', ['propose'], at);
  }

  async proposed(tx: Transaction, document: IncomingDocument, at: Date): Promise<void> {
    await this.keep(tx, document, ['propose'], at);
    this.start(tx, await this.book(tx), document, 'incoming-decision', ['decide'], at);
  }

  /** Who acts on it has until the date decided, or as long as the rules say; a workday before they are reminded. Its `dueAt` is what that clock says. */
  async decided(tx: Transaction, document: IncomingDocument, at: Date, by: { act: Date | undefined; answer: Date | undefined }): Promise<void> {
    await this.keep(tx, document, ['decide'], at);
    const book = await this.book(tx);
    if (document.answerNeeded) {
      this.start(tx, book, document, 'incoming-answer', ['reply-to-sender'], at);
      if (by.answer) await this.agree(tx, document, 'reply-to-sender', by.answer);
    }
    if (document.actingPersonId === null) return;
    this.start(tx, book, document, 'incoming-action', ['act'], at);
    if (by.act) await this.agree(tx, document, 'act', by.act);
    document.dueAt = (await this.of(tx, document)).dueAt(once, 'act') ?? by.act ?? null;
    const { papers } = book.of(document.siteId, at).calendars;
    const before = document.dueAt && reminderBefore(papers, document.dueAt);
    if (!before || before <= tx.now) return;
    this.start(tx, book, document, 'incoming-action', ['nearly-due'], at);
    await this.agree(tx, document, 'nearly-due', before);
  }

  actedOn(tx: Transaction, document: IncomingDocument, at: Date): Promise<void> {
    return this.keep(tx, document, ['act', 'nearly-due'], at);
  }

  answered(tx: Transaction, document: IncomingDocument, at: Date): Promise<void> {
    return this.keep(tx, document, ['reply-to-sender'], at);
  }

  /** Somebody else has it to read now: the clock of the turn before is closed, or nobody's any more. */
  async turned(tx: Transaction, document: IncomingDocument, at: Date, { read, next }: { read: boolean; next: boolean }): Promise<void> {
    if (read) await this.keep(tx, document, ['read'], at, document.turns);
    else (await this.of(tx, document)).cancel(document.turns, at, ['read']);
    if (!next) return;
    document.turns += 1;
    tx.save(document);
    this.start(tx, await this.book(tx), document, 'incoming-reading', ['read'], at, document.turns);
  }

  /** It is over: nobody is reminded of it any more. */
  async ended(tx: Transaction, document: IncomingDocument, at: Date): Promise<void> {
    const held = await this.of(tx, document);
    for (let episode = once; episode <= Math.max(once, document.turns); episode += 1) held.cancel(episode, at);
  }

  /** That it was over was taken back. */
  async goesOn(tx: Transaction, document: IncomingDocument): Promise<void> {
    (await this.of(tx, document)).restore(once);
  }

  private watch(kind: string, responsible: (tx: Transaction, document: IncomingDocument) => Promise<string[]>): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const document = await this.documents.lock(tx, id);
        if (!document) return undefined;
        const hidden = document.confidentiality === 'confidential';
        return {
          responsible: await responsible(tx, document),
          ...(hidden && { barred: await barredFrom(tx, id, document.siteId) }),
          escalated: (level) => this.documents.advance(tx, document, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level }),
        };
      },
    });
  }

  private start(tx: Transaction, book: RuleBook, { id: aggregateId, siteId }: IncomingDocument, kind: Clock, promises: string[], at: Date, episode = once): void {
    const name = kind === 'incoming-reading' ? 'circulation' : 'incoming-document';
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode, class: name, promises, at });
  }

  private async agree(tx: Transaction, document: IncomingDocument, promise: string, until: Date): Promise<void> {
    (await this.of(tx, document)).agree(once, promise, until, tx.now);
  }

  private async keep(tx: Transaction, document: IncomingDocument, promises: string[], at: Date, episode = once): Promise<void> {
    this.shown(tx, document, (await this.of(tx, document)).close(episode, promises, at));
  }

  private of(tx: Transaction, { id }: IncomingDocument): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, 'incoming-action');
  }

  private shown(tx: Transaction, document: IncomingDocument, levels: ShownOnTime[]): void {
    for (const level of levels) this.documents.advance(tx, document, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }
}
