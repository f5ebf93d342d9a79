import { parseArgs } from 'node:util';
import type { RegisterEntry } from '@property-office/archives';
import { auditHeadsFolder } from '@property-office/backbone';
import { requireEmpty, restoreDatabase, restoreFiles, rowsIn, writeProof, type Manifest } from '@property-office/backup';
import { openStore } from '@property-office/files';
import { requestRebuild } from '@property-office/outbox';
import { escapeIdentifier, type Client } from 'pg';
import { alone, chosenBackup, keysMissing, onlyOne, restoringOf, roleSecretOf } from '../backups';
import { destroyAgain, registerFor, requireRegister } from '../destruction-register';
import { officeOn, OperatorError, type System } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';
import { declaredProducers } from './declared';

export const restoreCommand: OperatorCommand = {
  name: 'restore',
  usage: [
    '[ID] [--by NAME] [--reason TEXT] [--without-register]',
    'fills an empty system from a backup of BACKUP_DIR (the newest), while no office runs: an empty DATA_DIR with the key files of the',
    'backup put back into DATA_DIR/secrets, or an empty database. Everything is compared with what was saved; where anything differs,',
    'nothing is left behind. The streams in NATS are filled from the ledgers anew at the next start. What was destroyed after the backup is',
    'destroyed again by DATA_DIR/destruction-register, which is kept outside the backups: put it back first. --without-register is for one that is',
    'lost: what it knew of may be back then, which the audit trail says.',
  ],
  require(configuration, args) {
    const run = officeOn(configuration);
    if (run) throw new OperatorError(`the office runs (process ${run.pid}): stop it first`);
    const { values, positionals } = parsed(args);
    const manifest = chosenBackup(configuration, onlyOne(positionals));
    const keys = keysMissing(configuration, manifest);
    if (keys.length > 0) throw new OperatorError([...keys, 'put the key files back first: they are kept apart from the backups'].join('\n'));
    requireRegister(configuration, manifest, values['without-register']);
  },
  async run(system, args) {
    const { values, positionals } = parsed(args);
    const manifest = chosenBackup(system.configuration, onlyOne(positionals));
    return alone(system, { what: 'restore' }, () => restore(system, manifest, { by: operatorName(values.by), reason: values.reason }));
  },
};

/** NATS may hold what this database knows nothing of any more, or nothing at all; whose telephone was lost since is signed out (G6). */
async function beforeItOpens(client: Client): Promise<void> {
  for (const producer of declaredProducers) await client.query(`UPDATE ${escapeIdentifier(producer)}.stream_state SET created = NULL`);
  await client.query('UPDATE directory.session SET ended_at = platform.now() WHERE ended_at IS NULL');
}

/** The office is restored whether or not the folder of the backups can be written. */
function remember(folder: string, manifest: Manifest): void {
  try {
    writeProof(folder, manifest);
  } catch (error) {
    say(`look at:   it is not written down in ${folder}: ${(error as Error).message}`);
  }
}

const parsed = (args: string[]) =>
  parseArgs({ args, options: { by: { type: 'string' }, reason: { type: 'string' }, 'without-register': { type: 'boolean', default: false } }, allowPositionals: true });

/** No check finds this again: nobody here knows what it was. */
function withoutRegister(fault: string, { snapshotAt }: Manifest): string[] {
  return [
    `WITHOUT THE DESTRUCTION REGISTER: ${fault}`,
    `WHAT THE ARCHIVES DESTROYED AFTER ${snapshotAt} MAY BE BACK, records and their files. It is on the audit trail. Collect the printed`,
    'certificates of destruction (销毁证明) of after that, and have a list destroy again what they name. A damaged register: move it away before the start, the office begins another.',
  ];
}

async function restore(system: System, manifest: Manifest, who: { by: string; reason: string | undefined }): Promise<number> {
  const { configuration, databaseUrl, schemaOf } = system;
  const register = registerFor(configuration, manifest);
  const again: RegisterEntry[] = [];
  const finish = async (client: Client): Promise<void> => {
    again.push(...(await destroyAgain(configuration, databaseUrl, register.lines)));
    await beforeItOpens(client);
  };
  const restoring = { ...restoringOf(configuration, databaseUrl, manifest, roleSecretOf(configuration)), finish };
  await requireEmpty(restoring);
  // First what can be repeated: a database that is filled means that all is there.
  await restoreFiles(restoring, { bytes: openStore(configuration), kept: auditHeadsFolder(configuration) });
  await restoreDatabase(restoring);
  const details = { backup: manifest.id, asOf: manifest.snapshotAt, ...(register.fault && { withoutRegister: register.fault }) };
  for (const producer of declaredProducers)
    await requestRebuild(await schemaOf(producer), (tx) => recordOperator(tx, { operation: 'operations.restoreBackup', ...who, details }));
  say(`restored backup ${manifest.id}: the office as of ${manifest.snapshotAt}, ${rowsIn(manifest)} rows, ${manifest.files.length} files`);
  for (const { number, records } of again) say(`destroyed again: ${number}, ${records.length} records`);
  remember(restoring.from, manifest);
  for (const sha256 of manifest.lost) say(`LOST: the bytes ${sha256} were lost before the backup was made`);
  say('everybody has to sign in again. What was done after the backup is not in it: numbers that were given since, on paper too, will be given again unless their');
  say('registers are carried on from there, and accounts that were closed since have to be closed again');
  for (const line of register.fault ? withoutRegister(register.fault, manifest) : []) say(line);
  say('start the office (npm start) and check it: npm run ops -- verify');
  return 0;
}
