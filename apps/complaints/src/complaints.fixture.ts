import { routesOf } from '@property-office/access';
import { askedPrincipal } from '@property-office/backbone';
import { caseVisiblePath, type Principal } from '@property-office/contracts';
import { ServiceUnderTest, type Answer, type Told } from '@property-office/service-testing';
import { complaints } from './complaints.module';

export { announced, type Told } from '@property-office/service-testing';

const tested = { definition: complaints, asker: 'reception' } as const;

/** complaints, with directory, files, reception and tickets left to the spec. */
export class ComplaintsUnderTest extends ServiceUnderTest {
  static async open(): Promise<ComplaintsUnderTest> {
    return new ComplaintsUnderTest(tested, await this.databaseOf(tested)).start();
  }

  private readonly newcomers: Principal[][] = [];

  /** Whoever is or comes to be among these has an account from the next request on. */
  welcome(people: Principal[]): void {
    this.newcomers.push(people);
  }

  override async answer(...asked: Parameters<ServiceUnderTest['answer']>): Promise<Answer> {
    const people = this.newcomers.flatMap((each) => each.splice(0));
    const [accounts, persons] = [people.map(({ accountId }) => accountId), people.map(({ personId }) => personId)];
    if (people.length > 0) await this.rows(`INSERT INTO office_account (id, person_id, closed, opened_at) SELECT id, person_id, false, '2020-01-01Z' FROM unnest($1::uuid[], $2::uuid[]) AS a (id, person_id) ON CONFLICT DO NOTHING`, [accounts, persons]);
    return super.answer(...asked);
  }

  act(id: string, verb: string, principal: Principal, body?: object): Promise<Told> {
    return this.ask(`POST /api/complaints/${id}/${verb}`, principal, body);
  }

  /** Whether somebody sees the timeline of a case, as tracking asks. */
  async seesTimeline(caseId: string, reader: Principal): Promise<boolean> {
    return (await this.askInside(caseVisiblePath, { caseId, principal: askedPrincipal(reader) })).body.visible;
  }

  /** Every route of the service that is about one case: `POST /api/complaints/:id/decide`. */
  routesOfACase(): string[] {
    return routesOf(this.application.app)
      .filter(({ paths }) => paths.some((path) => path.startsWith('/api/complaints/:id')))
      .flatMap(({ paths, name }) => paths.map((path) => `${/\.(read|list|print)/.test(name) ? 'GET' : 'POST'} ${path}`));
  }
}
