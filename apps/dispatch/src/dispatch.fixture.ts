import type { Principal } from '@property-office/contracts';
import { ServiceUnderTest, type Told } from '@property-office/service-testing';
import { dispatch } from './dispatch.module';

export { announced, type Told } from '@property-office/service-testing';

/** dispatch; no other service answers it. */
export class DispatchUnderTest extends ServiceUnderTest {
  /** @param natsUrl of a broker, for who wants events to be published */
  static async open(natsUrl?: string): Promise<DispatchUnderTest> {
    const tested = { definition: dispatch, alone: true, ...(natsUrl !== undefined && { natsUrl }) } as const;
    return new DispatchUnderTest(tested, await this.databaseOf(tested)).start();
  }

  /** Begins to publish. */
  relay(): void {
    this.nats.start();
    this.runtime.relay.start();
    this.runtime.feedRelay?.start();
  }

  override async close(): Promise<void> {
    await Promise.all([this.runtime.relay.stop(), this.runtime.feedRelay?.stop()]);
    await super.close();
  }

  act(id: string, verb: string, principal: Principal, body?: object): Promise<Told> {
    return this.ask(`POST /api/work-orders/${id}/${verb}`, principal, body);
  }
}
