import { parseArgs } from 'node:util';
import { auditHeadsFolder } from '@property-office/backbone';
import { restoreDatabase, restoreFiles, writeProof, type Manifest } from '@property-office/backup';
import { readRunFile } from '@property-office/embedded';
import { bytesFolder } from '@property-office/files';
import { requestRebuild } from '@property-office/outbox';
import { alone, chosenBackup, keysMissing, restoringOf } from '../backups';
import { OperatorError, type System } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';
import { declaredProducers } from './declared';

export const restoreCommand: OperatorCommand = {
  name: 'restore',
  usage: [
    '[ID] [--by NAME] [--reason TEXT]',
    'fills an empty system from a backup of BACKUP_DIR (the newest), while no office runs: an empty DATA_DIR with the key files of the',
    'backup put back into DATA_DIR/secrets, or an empty database. Everything is compared with what was saved; where anything differs,',
    'nothing is left behind. The streams in NATS are filled from the ledgers anew at the next start.',
  ],
  require(configuration, args) {
    const run = readRunFile(configuration.dataDir);
    if (run) throw new OperatorError(`the office runs (process ${run.pid}): stop it first`);
    const keys = keysMissing(configuration, chosenBackup(configuration, parsed(args).positionals[0]));
    if (keys.length > 0) throw new OperatorError([...keys, 'put the key files back first: they are kept apart from the backups'].join('\n'));
  },
  async run(system, args) {
    const { values, positionals } = parsed(args);
    const manifest = chosenBackup(system.configuration, positionals[0]);
    return alone(system.configuration, () => restore(system, manifest, { by: operatorName(values.by), reason: values.reason }));
  },
};

const parsed = (args: string[]) =>
  parseArgs({ args, options: { by: { type: 'string' }, reason: { type: 'string' } }, allowPositionals: true });

async function restore(system: System, manifest: Manifest, who: { by: string; reason: string | undefined }): Promise<number> {
  const { configuration, databaseUrl, schemaOf } = system;
  const restoring = restoringOf(configuration, databaseUrl, manifest);
  await restoreDatabase(restoring);
  await restoreFiles(restoring, { bytes: bytesFolder(configuration), kept: auditHeadsFolder(configuration) });
  // NATS may hold what this database knows nothing of any more, or nothing at all.
  for (const producer of declaredProducers)
    await requestRebuild(await schemaOf(producer), (tx) =>
      recordOperator(tx, { operation: 'operations.restoreBackup', ...who, details: { backup: manifest.id, asOf: manifest.snapshotAt } }),
    );
  const { rows, files } = writeProof(restoring.from, manifest);
  say(`restored backup ${manifest.id}: the office as of ${manifest.snapshotAt}, ${rows} rows, ${files} files`);
  for (const sha256 of manifest.lost) say(`LOST: the bytes ${sha256} were lost before the backup was made`);
  say('start the office (npm start) and check it: npm run ops -- verify');
  return 0;
}
