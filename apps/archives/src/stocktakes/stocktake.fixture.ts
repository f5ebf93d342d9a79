import type { Principal } from '@property-office/contracts';
import type { Told } from '@property-office/service-testing';
import type { ArchivesUnderTest } from '../archives.fixture';
import { LendingOffice } from '../lending.fixture';

/** What a stocktake says of one number. */
export interface Said {
  code: string;
  finding: string;
  archiveNumber: string | null;
  catalogueShelf: string | null;
  again: boolean;
}

export interface Differing {
  id: string;
  kind: string;
  archiveNumber: string | null;
  code: string | null;
  seenShelf: string | null;
  explanation: string | null;
  approved: boolean | null;
}

/** An office that counts the paper on its shelves; every spec has a shelf of its own. */
export class StocktakeOffice extends LendingOffice {
  readonly counter = this.person('duty-officer');

  static override async open(archives: ArchivesUnderTest): Promise<StocktakeOffice> {
    const office = new StocktakeOffice(archives);
    for (const who of [office.clerk, office.clerk2, office.director, office.head, office.company, office.counter, office.technician]) await office.works(who);
    return office;
  }

  /** A record of paper on a shelf. */
  paper(shelf: string | undefined, more: object = {}): Promise<Told['body']> {
    return this.registered({ attachmentIds: [], carrier: 'paper', ...(shelf !== undefined && { shelf }), ...more });
  }

  async start(more: object, who: Principal = this.clerk): Promise<Told> {
    return this.archives.ask('POST /api/stocktakes', who, { siteId: this.siteId, finishBy: await this.inDays(20), ...more });
  }

  async started(more: object, who: Principal = this.clerk): Promise<string> {
    const { status, body } = await this.start(more, who);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  }

  count(id: string, verb: string, who: Principal = this.clerk, body: object = {}, headers: Record<string, string> = {}): Promise<Told> {
    return this.archives.ask(`POST /api/stocktakes/${id}/${verb}`, who, body, headers);
  }

  async scanned(id: string, shelf: string, codes: string[], who: Principal = this.clerk): Promise<Said[]> {
    return (await this.does(this.count(id, 'scan', who, { shelf, codes }))).scans;
  }

  async detail(id: string, who: Principal = this.clerk): Promise<Told['body']> {
    return this.does(this.archives.ask(`GET /api/stocktakes/${id}`, who));
  }

  /** By number, or what was scanned. */
  async differences(id: string, who: Principal = this.clerk): Promise<Array<[string, string]>> {
    return ((await this.detail(id, who)).differences as Differing[]).map(({ archiveNumber, code, kind }) => [archiveNumber ?? code!, kind]);
  }

  async counted(id: string): Promise<Array<[string, string]>> {
    await this.does(this.count(id, 'finish'));
    return this.differences(id);
  }
}
