import type { Principal, WireEvent } from '@property-office/contracts';
import type { Outcome } from '@property-office/messaging';
import { ServiceUnderTest, type Answer } from '@property-office/service-testing';
import { notifications } from '../notifications.module';
import { Contents } from '../sending/contents';

export { announced, type Answer as Told } from '@property-office/service-testing';

const tested = { definition: notifications, alone: true, asker: 'reception' } as const;
const dayMs = 86_400_000;

/** What an audience is made of, and who is asked when something is late. */
const copies = ['places', 'ties', 'accounts', 'roles', 'office_roles', 'office_rules'].map((copy) => `notifications__${copy}_v1`);

/** notifications with its notices; no other service answers it. */
export class NoticesUnderTest extends ServiceUnderTest {
  static async open(): Promise<NoticesUnderTest> {
    return new NoticesUnderTest(tested, await this.databaseOf(tested)).start();
  }

  /** @param target `POST /api/notices/…/submit`; nobody: without a session */
  override ask(target: string, principal: Principal | undefined, body?: object, more?: Record<string, string>): Promise<Answer> {
    return this.answer(target, principal, body, more);
  }

  /** As a page without scripts sends it, by nobody who is signed in. */
  form(target: string, payload: string, headers: Record<string, string>): Promise<Answer> {
    return this.answer(target, undefined, payload, headers);
  }

  contents(): Contents {
    return this.part(Contents);
  }

  /** By the reactions that keep copies of the directory: others would send of it what no spec here is about. */
  override hear(event: WireEvent, durables: readonly string[] = copies): Promise<Outcome[]> {
    return super.hear(event, durables);
  }

  /** To the next Monday, at an hour of the wall in Shanghai; each timer on the way fires. */
  async untilMonday(at: number): Promise<void> {
    const hourMs = 3_600_000;
    const wall = new Date((await this.now()).getTime() + 8 * hourMs);
    const hours = ((8 - wall.getUTCDay()) % 7 || 7) * 24 + at;
    await this.elapse(hours * hourMs - (wall.getTime() % dayMs));
  }

  /** Lets time pass as it would: each timer fires when it is due. */
  elapse(ms: number): Promise<void> {
    return this.pass(ms / dayMs);
  }
}
