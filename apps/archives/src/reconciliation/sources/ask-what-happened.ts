import { Injectable } from '@nestjs/common';
import { InternalClient } from '@property-office/backbone';
import { doneRepairsPath, recordEventPaths, type DoneRepair, type DoneRepairs, type RecordEvents } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { proposesRecord } from '../../domain/repair-importance';
import { FollowedRepairs } from '../../persistence/followed-repairs';
import { proposedOf, type ProposingEvent } from '../../sources/proposed-of';
import { lineOf, type RegisterLine } from '../domain/repair-register';
import type { Told } from './told';

interface Span {
  siteId: string;
  from: Date;
  to: Date;
}

const sources = ['documents', 'complaints', 'notifications', 'tickets'] as const satisfies ReadonlyArray<keyof typeof recordEventPaths>;

/** Asks each source what it says it has of a time. Never in a transaction or a reaction. */
@Injectable()
export class AskWhatHappened {
  constructor(
    private readonly client: InternalClient,
    private readonly database: Database,
    private readonly followed: FollowedRepairs,
  ) {}

  /** What proposes a record, of all sources. Of repairs those of the kinds that do, by what tickets itself says of them, and those that a warranty made propose one. @throws unavailable (503) */
  async recordsOf(span: Span): Promise<Told[]> {
    const told: Told[] = [];
    for (const service of sources) told.push(...(await this.told(service, span)));
    return told;
  }

  /** @throws unavailable (503) */
  async doneRepairs(span: Span): Promise<RegisterLine[]> {
    const done: DoneRepair[] = [];
    let after: string | null = null;
    do {
      const page: DoneRepairs = await this.client.post('tickets', doneRepairsPath, asked(span, after));
      done.push(...page.repairs);
      after = page.next;
    } while (after !== null);
    return done.map(lineOf);
  }

  private async told(service: (typeof sources)[number], span: Span): Promise<Told[]> {
    const found: Told[] = [];
    let after: string | null = null;
    do {
      const { events, next, repairs }: RecordEvents = await this.client.post(service, recordEventPaths[service], asked(span, after));
      const warranties = repairs && (await this.followed.thoseByWarranty(this.database, events.map(({ subject }) => subject)));
      for (const event of events as ProposingEvent[]) {
        const { source, hiddenFrom } = proposedOf(event);
        const repair = repairs?.[event.id];
        if (!repair || proposesRecord({ ...repair, underWarranty: warranties!.has(event.subject) })) found.push({ event, source, hiddenFrom });
      }
      after = next;
    } while (after !== null);
    return found;
  }
}

const asked = ({ siteId, from, to }: Span, after: string | null): object => ({ siteId, from, to, ...(after !== null && { after }) });
