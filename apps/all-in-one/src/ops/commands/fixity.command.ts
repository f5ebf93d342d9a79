import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileOfBytes } from '@property-office/backup';
import { openStore } from '@property-office/files';
import { alone } from '../backups';
import { alarmOfFile, heldFiles } from '../checks/held-files';
import { OperatorError, type System } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';

export const fixityCommand: OperatorCommand = {
  name: 'fixity',
  usage: [
    'list | check | restore [SHA256 …] [--by NAME] [--reason TEXT]',
    'files of records and living files: list names those that were found damaged or missing and are not handed out; check has all of them looked at now.',
    'restore takes the bytes of all of them, or of those named, from the backups in BACKUP_DIR, only if they have the hash. It is on the audit trail of the',
    'archives. The office looks at them again within seconds, or when it starts, and hands them out; what no backup holds is named, and exits with 1.',
  ],
  async run(system, args) {
    const { values, positionals } = parseArgs({ args, options: { by: { type: 'string' }, reason: { type: 'string' } }, allowPositionals: true });
    const [verb = 'list', ...hashes] = positionals;
    switch (verb) {
      case 'list':
        return list(system);
      case 'check':
        return check(system);
      case 'restore':
        return alone(system, { what: 'fixity restore' }, () => restore(system, hashes, { by: operatorName(values.by), reason: values.reason }));
      default:
        throw new OperatorError(`fixity cannot ${verb}: list, check or restore`);
    }
  },
};

interface Damaged {
  sha256: string;
  /** As it was found first. */
  found: string;
  files: string[];
  holders: Array<{ type: 'record' | 'living-file'; id: string }>;
  wholeAt: Date | null;
  since: Date;
}

/** What nothing holds any more needs no restoring. */
async function damaged({ database }: System): Promise<Damaged[]> {
  const { rows } = await database.query<Damaged>(
    `SELECT a.sha256, min(a.found) AS found, array_agg(f.name ORDER BY f.name) AS files, jsonb_agg(DISTINCT jsonb_build_object('type', f.kind, 'id', f.id)) AS holders,
       max(a.whole_at) AS "wholeAt", min(a.recorded_at) AS since
     FROM archives.file_alarm a JOIN ${heldFiles} f ON ${alarmOfFile}
     WHERE a.ended_at IS NULL GROUP BY a.sha256 ORDER BY min(a.recorded_at)`,
  );
  return rows;
}

const nothingDamaged = 'no file of a record or living file is damaged or missing';

async function list(system: System): Promise<number> {
  const found = await damaged(system);
  for (const { sha256, found: how, files, since, wholeAt } of found)
    say(`${sha256}  ${how} since ${since.toISOString()}, last whole ${wholeAt?.toISOString() ?? 'never'}: ${files.join('; ')}`);
  if (found.length === 0) say(nothingDamaged);
  return found.length === 0 ? 0 : 1;
}

async function check({ schemaOf }: System): Promise<number> {
  const archives = await schemaOf('archives');
  const asked = await archives.query('UPDATE content_check SET due_at = platform.now(), asked_at = NULL, leased_until = NULL RETURNING sha256');
  say(`${asked.length} contents will be looked at as soon as the office runs; npm run ops -- fixity list says what was found`);
  return 0;
}

async function restore(system: System, hashes: readonly string[], who: { by: string; reason: string | undefined }): Promise<number> {
  const all = await damaged(system);
  const unknown = hashes.find((hash) => !all.some(({ sha256 }) => sha256 === hash));
  if (unknown !== undefined) throw new OperatorError(`no file with the hash ${unknown} is damaged or missing: npm run ops -- fixity list`);
  const wanted = hashes.length === 0 ? all : all.filter(({ sha256 }) => hashes.includes(sha256));
  if (wanted.length === 0) say(nothingDamaged);
  let failed = 0;
  for (const content of wanted) {
    const trouble = await restoreOne(system, content, who);
    say(`${trouble === undefined ? 'restored' : 'NOT restored'} ${content.sha256} (${content.files.join('; ')})${trouble === undefined ? '' : `: ${trouble}`}`);
    if (trouble !== undefined) failed += 1;
  }
  if (failed < wanted.length) say('the office looks at them again and hands them out: npm run ops -- fixity list');
  return failed === 0 ? 0 : 1;
}

/** Written down as soon as the bytes are there: a repeat finds the same bytes, and writes it down once more. @returns why it was not done */
async function restoreOne({ configuration, schemaOf }: System, { sha256, holders }: Damaged, who: { by: string; reason: string | undefined }): Promise<string | undefined> {
  const copy = join(resolve(configuration.backupDir), fileOfBytes(sha256));
  if (!existsSync(copy)) return `no backup in ${resolve(configuration.backupDir)} holds it`;
  if (!(await openStore(configuration).restore(sha256, copy))) return `the copy ${copy} has other bytes`;
  await (await schemaOf('archives')).transaction(async (tx) => {
    for (const object of holders) recordOperator(tx, { operation: 'operations.restoreRecordFile', ...who, object, details: { sha256 } });
    tx.send('UPDATE content_check SET due_at = $2, asked_at = NULL, leased_until = NULL WHERE sha256 = $1', [sha256, tx.now]);
  });
  return undefined;
}
