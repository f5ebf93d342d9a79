import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwawayFolder } from '@property-office/testing';
import { backupsWithDestroyed, destroyedIn } from './destroyed-in-backups';
import { registerOf } from './destruction-register';
import { backupOf, registerOf as linesOf } from './destruction-register.fixture';

it.each<[string, Record<string, number>, number, string | undefined]>([
  ['made after all of it was gone', { destruction_register: 2, record_destruction: 5, destruction_wipe: 5 }, 2, undefined],
  ['of an office that destroyed nothing', {}, 0, undefined],
  ['made before one of two', { destruction_register: 1 }, 2, 'still holds what X-20261128-2 destroyed'],
  ['of a version that could not destroy', {}, 5, 'still holds what X-20261128-1, X-20261128-2, X-20261128-3 and 2 more destroyed'],
  ['made while files were wiped', { destruction_register: 2, record_destruction: 5, destruction_wipe: 4 }, 2, 'still holds files that were being wiped'],
])('a backup %s says what it still holds of what was destroyed (W4.4)', (_, rows, count, said) => {
  expect(destroyedIn(backupOf(rows), linesOf(count))).toBe(said);
});

it('of all backups it is said how many hold something, and with which the last of it goes', () => {
  const dataDir = throwawayFolder();
  const configuration = { dataDir, backupDir: join(dataDir, 'backups') };
  for (const [id, known] of [['1', 0], ['2', 1], ['3', 2]] as const) {
    mkdirSync(join(configuration.backupDir, id), { recursive: true });
    writeFileSync(join(configuration.backupDir, id, 'manifest.json'), JSON.stringify(backupOf({ destruction_register: known })));
  }
  expect(backupsWithDestroyed(configuration)).toBeUndefined();
  for (const line of linesOf(2)) registerOf(configuration).append(line);
  expect(backupsWithDestroyed(configuration)).toBe('still in 2 of the backups, until 2 is removed: npm run ops -- backup list');
  rmSync(dataDir, { recursive: true });
});
