import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { ServiceUnderTest, type Answer, type Told } from '@property-office/service-testing';
import type { CrossingFact } from './domain/crossing-fact';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { tickets } from './tickets.module';

export { announced, type Told } from '@property-office/service-testing';

const tested = { definition: tickets, asker: 'reception' } as const;

/** tickets, with directory, files and reception left to the spec. */
export class TicketsUnderTest extends ServiceUnderTest {
  static async open(): Promise<TicketsUnderTest> {
    return new TicketsUnderTest(tested, await this.databaseOf(tested)).start();
  }

  /** A page, as a browser asks for it. */
  text(target: string, principal: Principal): Promise<Answer> {
    return this.answer(target, principal, undefined, { host: 'office.example' });
  }

  act(id: string, verb: string, principal: Principal, body?: object): Promise<Told> {
    return this.ask(`POST /api/repair-requests/${id}/${verb}`, principal, body);
  }

  /** What dispatch or followups announced about a request, applied as their reactions do. */
  async fact(requestId: string, fact: CrossingFact['fact'], episode = 1): Promise<void> {
    const act = { actor: { personId: newId(), role: 'technician' as const }, happenedAt: new Date() };
    const handler = this.part(ApplyFactHandler);
    await this.transaction((tx) => handler.execute(tx, requestId, act, { fact, episode, sourceId: newId(), reason: '还在漏' }));
  }
}
