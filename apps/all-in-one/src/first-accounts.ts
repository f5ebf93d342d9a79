import { randomBytes } from 'node:crypto';
import type { FieldCipher } from '@property-office/access';
import { seedDemoCases, type DemoPeople } from '@property-office/complaints';
import { demoSiteCode, openFirstAccount, seedDemo } from '@property-office/directory';
import type { Database } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { connected } from './connected';

/**
 * Gives an empty office somebody who can sign in: the demonstration site, its people and their cases (DEMO=1), else one
 * operator. Passwords that were not given are made and said once; nothing keeps them. An office that is at work stays what it is.
 */
export async function openFirstAccounts(
  configuration: PlatformConfiguration,
  databaseUrlOf: (service: string) => string,
  fieldCipher: FieldCipher,
  say: (line: string) => void,
): Promise<void> {
  const { demo } = configuration;
  const database = await connected('directory', databaseUrlOf);
  try {
    const password = demo.password ?? randomBytes(9).toString('base64url');
    const opened = demo.enabled
      ? await seedDemo({ database, fieldCipher }, password)
      : await openFirstAccount({ database, fieldCipher }, password).then((account) => account && [account]);
    if (!opened) {
      if (demo.enabled && !(await isDemo(database))) say('DEMO is ignored: there are accounts already, and a demonstration needs an empty database (another DATA_DIR)');
      return;
    }
    if (demo.enabled) await openFirstCases(await demoPeople(database), databaseUrlOf, fieldCipher);
    say(`first accounts: ${opened.map(({ login }) => login).join(', ')}`);
    say(demo.password ? 'their password is DEMO_PASSWORD' : `their password, said only now: ${password}`);
  } finally {
    await database.close();
  }
}

async function openFirstCases(people: DemoPeople, databaseUrlOf: (service: string) => string, fieldCipher: FieldCipher): Promise<void> {
  const database = await connected('complaints', databaseUrlOf);
  try {
    await seedDemoCases({ database, fieldCipher }, people);
  } finally {
    await database.close();
  }
}

/** Whether it is the demonstration that has been opened here, by an earlier start. */
async function isDemo(database: Database): Promise<boolean> {
  return (await database.query(`SELECT 1 FROM place WHERE kind = 'site' AND code = '${demoSiteCode}'`)).length > 0;
}

/** The resident with an account, the desk of their site, a technician, and who holds which role. */
async function demoPeople(database: Database): Promise<DemoPeople> {
  const [row] = await database.query<DemoPeople & Record<string, unknown>>(
    `SELECT t.site_id AS "siteId", t.home_id AS "homeId", r.person_id AS "residentId", d.person_id AS "deskId",
       (SELECT person_id FROM account WHERE login = 'technician2') AS "technicianId",
       (SELECT jsonb_agg(jsonb_build_object('id', id, 'personId', person_id, 'role', role, 'siteId', site_id, 'from', starts_at, 'until', ends_at))
        FROM role_grant WHERE role <> 'resident') AS grants
     FROM account r JOIN tie t ON t.person_id = r.person_id, account d WHERE r.login = 'resident' AND d.login = 'desk' LIMIT 1`,
  );
  return row!;
}
