import { FieldCipher, newFieldKeyFile } from '@property-office/access';
import { complaints } from '@property-office/complaints';
import { directory } from '@property-office/directory';
import { appRole, databaseUrlFor, prepareDatabase } from '@property-office/persistence';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { testDatabase, type TestDatabase } from '@property-office/testing';
import { openFirstAccounts } from './first-accounts';

const roleSecret = 'spec';
const fieldCipher = new FieldCipher(newFieldKeyFile());
let own: TestDatabase;

beforeEach(async () => {
  own = await testDatabase({
    template: 'first_accounts',
    prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [directory.schema, complaints.schema], roleSecret }),
  });
});
afterEach(() => own.drop());

/** What a start of the office on this database says. */
async function starting(env: Record<string, string>): Promise<string[]> {
  const said: string[] = [];
  const configuration = readConfiguration({ DATA_DIR: 'nowhere', DEMO_PASSWORD: 'demonstration only', ...env }, platformVariables);
  await openFirstAccounts(configuration, (service) => databaseUrlFor(own.adminUrl, appRole(service), roleSecret), fieldCipher, (line) => said.push(line));
  return said;
}

it('an office that was opened without the demonstration stays what it is, and says why DEMO does nothing', async () => {
  expect(await starting({})).toEqual(['first accounts: operator', 'their password is DEMO_PASSWORD']);
  expect(await starting({ DEMO: '1' })).toEqual([expect.stringMatching(/^DEMO is ignored: there are accounts already/)]);
  expect(await starting({})).toEqual([]);
});

it('one that was opened as a demonstration goes on without a word', async () => {
  expect(await starting({ DEMO: '1' })).toEqual([expect.stringMatching(/^first accounts: .*\bresident\b/), 'their password is DEMO_PASSWORD']);
  expect(await starting({ DEMO: '1' })).toEqual([]);
});
