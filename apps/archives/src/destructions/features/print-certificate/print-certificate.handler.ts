import { Injectable } from '@nestjs/common';
import { PeopleContacts } from '@property-office/backbone';
import type { Principal } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import { listById, shownRecords } from '../../../lists/persistence/read-lists';
import { officeName } from '../../../persistence/office-name';
import { destructionErrors } from '../../domain/errors';
import { Destruction } from '../../persistence/destruction.entity';
import { wipesOf, type Wipe } from '../../persistence/read-wipes';
import { WitnessLinks } from '../../persistence/witness-links';
import { entryOf, type RegisterEntry } from '../../register/register-entry';
import { Register } from '../../register/register';
import { certificateAsPdf, namedOnCertificate, type BesideEntry } from './certificate';

const operation = 'archives.printCertificate';

/** The certificate of a destruction, by its line in the register: also of one whose list no restored backup has. */
@Injectable()
export class PrintCertificateHandler {
  constructor(
    private readonly database: Database,
    private readonly register: Register,
    private readonly links: WitnessLinks,
    private readonly people: PeopleContacts,
  ) {}

  /** @throws destructionUnknown (404), notCarriedOut, wipingUnfinished (409), unavailable (503) */
  async execute(principal: Principal, id: string): Promise<{ name: string; bytes: Buffer }> {
    const list = await listById(this.database, Destruction, principal, operation, id);
    const line = await this.register.one(principal, operation, id);
    if (!line) throw list ? destructionErrors.notCarriedOut(list.state) : destructionErrors.destructionUnknown();
    const entry = entryOf(line);
    const beside = await this.database.transaction((tx) => this.beside(tx, principal, entry));
    const nameOf = await this.people.namesOf(namedOnCertificate(entry), `certificate of ${entry.number}`);
    return { name: `${entry.number}-certificate`, bytes: await certificateAsPdf(entry, { ...beside, reason: list?.reason ?? null, registerHash: line.hash, nameOf }) };
  }

  private async beside(tx: Transaction, principal: Principal, { destructionId, siteId, records }: RegisterEntry): Promise<Omit<BesideEntry, 'reason' | 'registerHash' | 'nameOf'>> {
    const ids = records.map(({ recordId }) => recordId);
    const here = (await tx.query<{ id: string }>('SELECT id FROM record WHERE id = ANY ($1)', [ids])).map(({ id }) => id);
    const wipes = await wipesOf(tx, destructionId);
    const unsaid = here.filter((recordId) => !wipes.some((wipe) => wipe.recordId === recordId)).length;
    if (unsaid > 0) throw destructionErrors.wipingUnfinished(unsaid);
    const shown = await shownRecords(tx, principal, here);
    const count = (of: (wipe: Wipe) => readonly unknown[]): number => wipes.reduce((sum, wipe) => sum + of(wipe).length, 0);
    return {
      office: await officeName(tx, siteId),
      titles: new Map(shown.map(({ recordId, title }) => [recordId, title])),
      absent: ids.length - here.length,
      wiped: count(({ wiped }) => wiped),
      kept: count(({ kept }) => kept),
      links: await this.links.of(tx, destructionId),
    };
  }
}
