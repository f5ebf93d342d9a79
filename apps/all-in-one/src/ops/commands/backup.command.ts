import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backupsIn, damageOf, keepNewest, makeBackup, proveBackup, readManifest, readProof, rowsIn, type Manifest, type StillAlone } from '@property-office/backup';
import { alone, chosenBackup, keysMissing, onlyOne, restoringOf, roleSecretInUse, savedOf } from '../backups';
import { destroyedIn } from '../destroyed-in-backups';
import { registerHere } from '../destruction-register';
import { progressLine } from '../progress-line';
import { OperatorError, type System } from '../system';
import { say, type OperatorCommand } from './command';

const wait = { type: 'boolean', default: false } as const;

export const backupCommand: OperatorCommand = {
  name: 'backup',
  usage: [
    '[verify [ID] [--read-only] | list] [--verify] [--keep N] [--wait]',
    'saves the whole office as of one moment into BACKUP_DIR while it works: tables, bytes of attachments, heads of the audit trails.',
    '--verify proves it at once, and with it --keep N removes all but the newest N where nothing is missing. The keys in DATA_DIR/secrets are not in it.',
    'list says of each what it needs, and what it still holds of what the archives have destroyed since.',
    'verify reads a backup (the newest) whole and restores it into a database of its own on the same server, which is removed again;',
    '--read-only leaves that out. Exits with 1 and names what is missing or damaged. One at a time works on the backups of an office, on whichever machine:',
    'a second one says who does and since when, and exits with 2; with --wait it begins when that has ended.',
  ],
  async run(system, args) {
    if (args[0] === 'list') {
      parseArgs({ args: args.slice(1), options: {} });
      return list(system);
    }
    if (args[0] === 'verify') {
      const { values, positionals } = parseArgs({ args: args.slice(1), options: { 'read-only': { type: 'boolean', default: false }, wait }, allowPositionals: true });
      const id = onlyOne(positionals);
      return alone(system, { what: 'backup verify', waits: values.wait }, () => verify(system, chosenBackup(system.configuration, id), values['read-only']));
    }
    const { values } = parseArgs({ args, options: { verify: { type: 'boolean', default: false }, keep: { type: 'string' }, wait } });
    if (values.keep !== undefined && !values.verify) throw new OperatorError('--keep removes others for the sake of this one: it has to be proved first, with --verify');
    const keep = values.keep === undefined ? undefined : wholeNumber(values.keep);
    return alone(system, { what: 'backup', waits: values.wait }, (stillAlone) => make(system, values.verify, keep, stillAlone));
  },
};

async function make(system: System, proves: boolean, keep: number | undefined, stillAlone: StillAlone): Promise<number> {
  const { configuration, databaseUrl } = system;
  const manifest = await makeBackup(savedOf(configuration, databaseUrl), stillAlone);
  say(`backup ${manifest.id}: ${rowsIn(manifest)} rows of ${manifest.tables.length} tables, ${manifest.files.length} files, as of ${manifest.snapshotAt}`);
  for (const sha256 of manifest.lost) say(`LOST: the bytes ${sha256} of an attachment were not there to be saved`);
  for (const line of partsNotHere(manifest)) say(`look at:   ${line}`);
  say(`the key files (DATA_DIR/secrets) are not in it: keep a copy of them somewhere else; ${keysNeeded(manifest)}`);
  const code = proves ? await verify(system, manifest, false) : 0;
  // What this one lacks may be in those before it.
  if (code === 0 && manifest.lost.length === 0 && keep !== undefined) for (const id of await keepNewest(resolve(configuration.backupDir), keep, stillAlone)) say(`removed ${id}`);
  return manifest.lost.length > 0 ? 1 : code;
}

/** Ids as `npm run ops -- rotate-keys` lists them. */
function keysNeeded({ keys }: Pick<Manifest, 'keys'>): string {
  return `it needs ${Object.entries(keys).map(([kind, ids]) => `of ${kind} ${ids.join(', ') || 'nothing known here'}`).join('; ')}`;
}

/** What is said of a backup that was made where part of the office is not. */
function partsNotHere({ keys, kept }: Manifest): string[] {
  return [
    ...Object.entries(keys).flatMap(([kind, ids]) => (ids.length === 0 ? [`there is no key file of ${kind} here, so the backup cannot say which it needs: make it where the keys are`] : [])),
    ...(kept.length === 0 ? ['there are no heads of the audit trails here: make it where DATA_DIR is'] : []),
  ];
}

async function verify({ configuration, databaseUrl }: System, manifest: Manifest, readOnly: boolean): Promise<number> {
  const damaged = await damageOf(resolve(configuration.backupDir), manifest, progressLine());
  for (const line of damaged) say(`BROKEN     ${line}`);
  const keys = keysMissing(configuration, manifest);
  for (const line of keys) say(`look at:   ${line}`);
  if (damaged.length > 0) return 1;
  if (readOnly) say(`backup ${manifest.id} is whole`);
  else {
    const { rows, files } = await proveBackup(restoringOf(configuration, databaseUrl, manifest, roleSecretInUse(configuration)));
    say(`backup ${manifest.id} was restored into a database of its own and is the same: ${rows} rows; ${files} files are whole`);
  }
  return keys.length > 0 ? 1 : 0;
}

async function list({ configuration }: System): Promise<number> {
  const folder = resolve(configuration.backupDir);
  const { lines, fault } = registerHere(configuration);
  let holding = false;
  for (const id of backupsIn(folder)) {
    const manifest = readManifest(folder, id);
    const proof = readProof(folder, id);
    const destroyed = destroyedIn(manifest, lines);
    holding ||= destroyed !== undefined;
    const said = [id, `as of ${manifest.snapshotAt}`, `${rowsIn(manifest)} rows, ${manifest.files.length} files`, proof ? `restored ${proof.provedAt}` : 'never restored', keysNeeded(manifest)];
    say([...said, ...(destroyed ? [destroyed] : [])].join('  '));
  }
  if (holding) say('what was destroyed leaves the backups with those that hold it: backup --verify --keep N removes all but the newest N');
  if (fault) say(`look at:   what was destroyed since a backup is not known here, and none is restored: ${fault}`);
  return 0;
}

/** @throws OperatorError */
function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new OperatorError(`--keep ${text}: how many backups, at least 1`);
  return Number(text);
}
