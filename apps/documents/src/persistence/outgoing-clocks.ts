import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type ShownOnTime } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { barredFrom } from './colleagues';
import { OutgoingApprovals } from './outgoing-approvals';
import type { OutgoingDocument } from './outgoing-document.entity';
import { OutgoingDocuments } from './outgoing-documents';
import { formerSigner } from './signers';

type Responsible = (tx: Transaction, document: OutgoingDocument) => Promise<string[]> | string[];

/** Whom each promise waits for; whoever may sign is named by the plan, unless it waits for its signer again. */
const promises = ['review-draft', 'countersign', 'sign', 'receipt'] as const;
type OutgoingPromise = (typeof promises)[number];

/**
 * The clocks of outgoing documents (G4, G5): of review, countersignatures and receipts, and of each time it waits for its
 * signature, of which nobody hears who wrote it. The document is locked by whoever moves them; of a confidential one nobody
 * hears who may not know of it.
 */
@Injectable()
export class OutgoingClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly documents: OutgoingDocuments,
    private readonly approvals: OutgoingApprovals,
  ) {}

  onModuleInit(): void {
    this.watch('review-draft', (_, { reviewerId }) => [reviewerId].filter((id) => id !== null));
    this.watch('countersign', (tx, document) => this.approvals.waiting(tx, document));
    this.watch('sign', formerSigner);
    this.watch('receipt', (_, { draftedBy }) => [draftedBy]);
  }

  submitted(tx: Transaction, document: OutgoingDocument, at: Date): Promise<void> {
    return this.start(tx, document, 'review-draft', at, document.round);
  }

  async reviewed(tx: Transaction, document: OutgoingDocument, at: Date): Promise<void> {
    await this.keep(tx, document, 'review-draft', at, document.round);
    await this.start(tx, document, 'countersign', at, document.round);
  }

  /** It waits for a signature: after the last who was asked for an opinion, or because its substance changed. */
  async toSign(tx: Transaction, document: OutgoingDocument, at: Date): Promise<void> {
    for (const promise of ['review-draft', 'countersign'] as const) await this.keep(tx, document, promise, at, document.round);
    await this.start(tx, document, 'sign', at, document.signings);
  }

  signed(tx: Transaction, document: OutgoingDocument, at: Date): Promise<void> {
    return this.keep(tx, document, 'sign', at, document.signings);
  }

  released(tx: Transaction, document: OutgoingDocument, at: Date): Promise<void> {
    return this.start(tx, document, 'receipt', at, 1);
  }

  received(tx: Transaction, document: OutgoingDocument, at: Date): Promise<void> {
    return this.keep(tx, document, 'receipt', at, 1);
  }

  /** It waits for nobody any more: given back, discarded or void. */
  async stopped(tx: Transaction, document: OutgoingDocument, at: Date): Promise<void> {
    for (const promise of promises) {
      const held = await this.of(tx, document, promise);
      for (let episode = 1; episode <= Math.max(1, document.round, document.signings); episode += 1) held.cancel(episode, at, [promise]);
    }
  }

  /** That it was discarded was taken back: the clock of what it waits for runs on. */
  async goesOn(tx: Transaction, document: OutgoingDocument): Promise<void> {
    const { state, round, signings } = document;
    const clock = { submitted: ['review-draft', round], reviewed: ['countersign', round], 'to-sign': ['sign', signings] } as const;
    const [promise, episode] = clock[state as keyof typeof clock] ?? [];
    if (promise !== undefined) (await this.of(tx, document, promise)).restore(episode!, [promise]);
  }

  private watch(promise: OutgoingPromise, responsible: Responsible): void {
    this.deadlines.watch(kindOf(promise), {
      waitingStates: [],
      lock: async (tx, id) => {
        const document = await this.documents.lock(tx, id);
        if (!document) return undefined;
        const hidden = document.confidentiality === 'confidential' ? await barredFrom(tx, id, document.siteId) : [];
        return {
          responsible: await responsible(tx, document),
          barred: new Set([...hidden, ...(promise === 'sign' ? document.authorIds : [])]),
          escalated: (level) => this.documents.advance(tx, document, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level }),
        };
      },
    });
  }

  private async start(tx: Transaction, { id: aggregateId, siteId }: OutgoingDocument, promise: OutgoingPromise, at: Date, episode: number): Promise<void> {
    const book = await this.deadlines.book(tx);
    this.deadlines.start(tx, book, { kind: kindOf(promise), aggregateId, siteId, episode, class: 'outgoing-document', promises: [promise], at });
  }

  private async keep(tx: Transaction, document: OutgoingDocument, promise: OutgoingPromise, at: Date, episode: number): Promise<void> {
    this.shown(tx, document, (await this.of(tx, document, promise)).close(episode, [promise], at));
  }

  private of(tx: Transaction, { id }: OutgoingDocument, promise: OutgoingPromise): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kindOf(promise));
  }

  private shown(tx: Transaction, document: OutgoingDocument, levels: ShownOnTime[]): void {
    for (const level of levels) this.documents.advance(tx, document, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }
}

function kindOf(promise: OutgoingPromise): string {
  return `outgoing-${promise}`;
}
