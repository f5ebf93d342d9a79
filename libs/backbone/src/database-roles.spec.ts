import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appRole, databaseUrlFor } from '@property-office/persistence';
import { databaseUrlOfService } from './database-roles';

const dataDir = mkdtempSync(join(tmpdir(), 'property-office-roles-'));
const admin = 'postgres://admin:secret@db.example:5432/office';
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const asked = (database: object) =>
  databaseUrlOfService({ dataDir, database: { urlOfService: {}, ...database } } as never, 'tickets');

describe('the database of a service in a process of its own', () => {
  it('is the one it was given', () => {
    const own = 'postgres://tickets_app:own@elsewhere/tickets';
    expect(asked({ url: admin, urlOfService: { tickets: own } })).toBe(own);
  });

  it('is derived from DATABASE_URL with the secret the database was prepared with', () => {
    const rolesFile = join(dataDir, 'roles');
    writeFileSync(rolesFile, 'made before\n');
    expect(asked({ url: admin, rolesFile })).toBe(databaseUrlFor(admin, appRole('tickets'), 'made before'));
    mkdirSync(join(dataDir, 'secrets'));
    writeFileSync(join(dataDir, 'secrets', 'database-roles'), 'of the folder');
    expect(asked({ url: admin })).toBe(databaseUrlFor(admin, appRole('tickets'), 'of the folder'));
  });

  it('is asked for where nothing leads to it, by name', () => {
    expect(() => asked({})).toThrow('TICKETS_DATABASE_URL or DATABASE_URL is needed');
    expect(() => asked({ url: admin, rolesFile: join(dataDir, 'nowhere') })).toThrow('as DATABASE_ROLES_FILE');
  });
});
