import type { OperationKey } from '@property-office/access';
import type { Principal, Role } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { demoDirectives } from './demo-directives';
import { demoOutgoing, demoTemplate } from './demo-outgoing';
import { demoDocuments, demoMail, demoOffice } from './demo-papers';
import { demoPrintJobs } from './demo-print-jobs';
import { PaperSetup } from './paper-setup';

/** Who takes part in the demonstration, by id. */
export interface DemoPapers {
  siteId: string;
  clerk: string;
  director: string;
  lead: string;
  desk: string;
  /** What the copy of roles begins with; the events bring the same. */
  grants: Array<{ id: string; personId: string; role: Role; siteId: string | null; from: Date; until: Date | null }>;
}

/**
 * One document, incoming and outgoing, one piece of mail, one directive and one print job in each state (DEMO=1), by the use cases themselves.
 * @returns false where there have been papers before
 */
export async function seedDemoPapers(database: Database, { siteId, clerk, director, lead, desk, grants }: DemoPapers): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE incoming_document IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM incoming_document LIMIT 1')).length > 0) return false;
    for (const { id, personId, role, siteId: site, from, until } of grants)
      tx.send(
        'INSERT INTO office_role (id, person_id, role, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
        [id, personId, role, site, from, until],
      );
    const setup = await PaperSetup.in(tx, database);
    const by = (personId: string, role: Role) => (operation: OperationKey) => commandOf(operation, personId, role, siteId);
    const people = { clerk: by(clerk, 'clerk'), director: by(director, 'director'), lead: by(lead, 'desk-lead'), desk: by(desk, 'desk') };
    const ids = { clerk, director, lead, desk };

    await setup.setLetterhead(people.director('documents.setLetterhead'), siteId, demoOffice);
    for (const { state, confidentiality, sender, firstSender = sender, ...said } of demoDocuments) {
      const id = await setup.register(people.clerk('documents.registerDocument'), { siteId, ...said, sender: firstSender, ...(confidentiality && { confidentiality }) });
      if (firstSender !== sender) await setup.correct(people.clerk('documents.correctDocument'), id, { sender, reason: '以落款为准' });
      await setup.bring(id, state, people, ids);
    }
    for (const { state, ...said } of demoMail) {
      const id = await setup.signForMail(people.desk('documents.signForMail'), { siteId, addresseeId: clerk, ...said });
      await setup.bringMail(id, state, people);
    }
    await setup.outgoing.setTemplate(people.clerk('documents.setTemplate'), { siteId, ...demoTemplate, replaces: 0 });
    for (const { state, confidentiality, ...said } of demoOutgoing)
      await setup.outgoing.bring({ siteId, ...said, ...(confidentiality && { confidentiality }) }, state, people, ids);
    for (const { state, ...said } of demoDirectives) await setup.directives.bring({ siteId, ...said }, state, people, ids);
    await setup.finishTidyUpOfLastYear(people.clerk('documents.finishTidyUp'), siteId);
    const [{ id: documentId }] = (await tx.query<{ id: string }>(`SELECT id FROM incoming_document WHERE state = 'decided' LIMIT 1`)) as [{ id: string }];
    for (const { state, ...said } of demoPrintJobs) await setup.printJobs.bring({ siteId, documentId, ...said }, state, people);
    return true;
  });
}

/** Somebody of the demonstration who does something. */
function commandOf(operation: OperationKey, personId: string, role: Role, siteId: string): CommandContext {
  const principal: Principal = { personId, accountId: personId, sessionId: personId, name: '示范', roles: [{ role, siteId }], crews: [], homes: [] };
  return { operation, principal, requestId: '', traceparent: '', language: 'zh', route: '' };
}
