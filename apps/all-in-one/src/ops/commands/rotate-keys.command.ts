import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { keysOf, roleSecretFile } from '@property-office/backbone';
import { backupsIn, readManifest } from '@property-office/backup';
import { writeWhole } from '@property-office/embedded';
import { prepareForServices } from '../../prepare';
import { assertWritable, KeysOfKind } from '../keys/kinds';
import { damagedLines, outdated, resealAll, sealedPlaces } from '../keys/reseal';
import { rotateInFolder } from '../keys/rotate-in-folder';
import { newPassword } from '../secrets';
import { whoWorks } from '../status/who-works';
import { OperatorError, type System } from '../system';
import { operatorName, recordOperator } from './audited';
import { say, type OperatorCommand } from './command';

/** Processes look at their key files every two seconds. */
const usualWaitSeconds = '10';

interface Asked {
  wait: number;
  by: string;
  reason: string | undefined;
  now: boolean;
}

export const rotateKeysCommand: OperatorCommand = {
  name: 'rotate-keys',
  usage: [
    '[KIND… [--retire [--now]] | --reseal] [--wait SECONDS] [--by NAME] [--reason TEXT]',
    'makes a new key of each kind while the office works: fields, principal, services, attachments, audit; of database, the passwords of its roles, while it does',
    'not. Without a kind it lists what there is. Processes learn the new key first, use it after SECONDS (10), and accept what older ones signed or sealed; encrypted',
    'fields are then sealed anew. Interrupted, it goes on when it is run again. --retire ends older keys; --now does not wait for what they have signed to expire.',
    'KIND… --secrets FOLDER [--use | --retire [--now] [--sealed-under KEY]] does it in what prepare-secrets made, without an office, for nats, too: first every process',
    'may know the new key, then (--use) it is used, then (--retire) older ones end; each time the Secrets are made of the folder again, and the processes restarted.',
    '--reseal, in the cluster, seals every field under the key that is used by then, and says which: that is the KEY under which nothing older is needed.',
  ],
  withoutSystem: (args) => (args.some((arg) => /^--secrets(?:=|$)/.test(arg)) ? rotateInFolder(args) : undefined),
  async run(system, args) {
    const options = { wait: { type: 'string', default: usualWaitSeconds }, retire: { type: 'boolean', default: false }, reseal: { type: 'boolean', default: false }, now: { type: 'boolean', default: false }, by: { type: 'string' }, reason: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (!/^\d{1,5}$/.test(values.wait)) throw new OperatorError(`--wait ${values.wait}: how many seconds`);
    const asked: Asked = { wait: Number(values.wait), by: operatorName(values.by), reason: values.reason, now: values.now };
    if (values.reseal && (positionals.length > 0 || values.retire)) throw new OperatorError('--reseal is for encrypted fields and by itself: it names no kind of key and ends none');
    if (values.reseal) return resealOnly(system, asked);
    const kinds = KeysOfKind.all(system.configuration);
    if (positionals.length === 0) return list(system, kinds);
    if (positionals.join() === 'database') return rotateRolePasswords(system, asked);
    const chosen = KeysOfKind.named(kinds, positionals, 'database by itself');
    // Before anything asks for keys: a file that is not here must not be made.
    for (const kind of chosen) kind.contents();
    for (const kind of chosen) kind.assertReplaceable();
    if (!values.retire) return rotate(system, chosen, asked);
    for (const kind of chosen) await retire(system, kind, asked);
    return 0;
  },
};

async function list(system: System, kinds: readonly KeysOfKind[]): Promise<number> {
  for (const kind of kinds) say(kind.told());
  const places = await sealedPlaces(system);
  const cipher = keysOf(system.configuration).fieldCipher();
  const damaged = await damagedLines(places, cipher);
  for (const line of damaged) say(line);
  const left = await outdated(places, cipher);
  say(left === 0 ? `every encrypted value${thatOpens(damaged)} is under the current key of fields` : `${left} encrypted values are under older keys of fields: npm run ops -- rotate-keys fields`);
  return damaged.length === 0 ? 0 : 1;
}

const thatOpens = (damaged: readonly string[]): string => (damaged.length > 0 ? ' that opens' : '');

async function rotate(system: System, kinds: readonly KeysOfKind[], { wait, by, reason }: Asked): Promise<number> {
  const sealed = kinds.some(({ name }) => name === 'fields');
  const places = sealed ? await sealedPlaces(system) : [];
  const unfinished = await outdated(places, keysOf(system.configuration).fieldCipher());
  const fresh = kinds.filter((kind) => kind.name !== 'fields' || kind.waits || unfinished === 0);
  if (fresh.length < kinds.length) say(`${unfinished} values are still under older keys of fields: these first, and no other key now`);
  for (const kind of fresh) {
    say(kind.waits ? `${kind.name}: a key was made before and not used yet, it goes on with that` : `${kind.name}: a new key in ${kind.place}`);
    kind.add();
  }
  if (fresh.length > 0) await pause(wait * 1_000);
  for (const kind of fresh) {
    // Written down first: interrupted between the two it is rather written down twice than never.
    await record(system, 'operations.rotateKeys', kind.name, { by, reason }, kind.ids());
    kind.promote();
    say(`${kind.name}: it is used from now on; what older ones signed or sealed is still accepted`);
  }
  return sealed ? reseal(system, places, fresh.length > 0 ? wait : 0) : 0;
}

/** Where the keys are copies: they were rotated where their originals are. */
async function resealOnly(system: System, { by, reason }: Asked): Promise<number> {
  const places = await sealedPlaces(system);
  const keys = keysOf(system.configuration);
  if ((await outdated(places, keys.fieldCipher())) > 0) await record(system, 'operations.rotateKeys', 'fields', { by, reason }, keys.idsOfStored().fields);
  const code = await reseal(system, places, 0);
  if (code === 0) say(`older keys may end where the originals are: rotate-keys fields --retire --sealed-under ${keys.fieldCipher().currentKeyId}`);
  return code;
}

/** @param wait until nobody seals under an older key any more */
async function reseal(system: System, places: Awaited<ReturnType<typeof sealedPlaces>>, wait: number): Promise<number> {
  await pause(wait * 1_000);
  const cipher = keysOf(system.configuration).fieldCipher();
  const left = await resealAll(places, cipher, say);
  const damaged = await damagedLines(places, cipher);
  for (const line of damaged) say(line);
  say(left === 0 ? `every encrypted value${thatOpens(damaged)} is under the new key` : `${left} values are still written under an older key: does a process run with key files of its own? Then run it again`);
  say('copy the key file to a safe place; backups made before need the older keys');
  return left === 0 && damaged.length === 0 ? 0 : 1;
}

async function retire(system: System, kind: KeysOfKind, { by, reason, now }: Asked): Promise<void> {
  const { configuration } = system;
  if (kind.name === 'fields') {
    const [places, cipher] = [await sealedPlaces(system), keysOf(configuration).fieldCipher()];
    const left = await outdated(places, cipher);
    if (left > 0) throw new OperatorError(`${left} values are under older keys and would be lost: npm run ops -- rotate-keys fields`);
    const damaged = await damagedLines(places, cipher);
    if (damaged.length > 0) throw new OperatorError([...damaged, 'no process starts where a value names a key that is gone: put each back from a backup, or empty it, and retire again'].join('\n'));
  }
  const ids = kind.older();
  if (ids.length === 0) return say(`${kind.name}: there is no older key`);
  kind.assertMayEnd(now);
  await record(system, 'operations.retireKeys', kind.name, { by, reason }, ids);
  kind.retire();
  say(`${kind.name}: no longer accepted: ${ids.join(', ')}`);
  if (kind.name !== 'fields') return;
  say('links printed on receipts, open links to decide by and passes of visitors from before are over');
  const folder = resolve(configuration.backupDir);
  const backups = backupsIn(folder).filter((id) => readManifest(folder, id).keys['fields']?.some((kid) => ids.includes(kid)));
  if (backups.length > 0) say(`these backups need them: keep the copy you have of them as long as you keep ${backups.join(', ')}`);
}

/** A role has one password: whoever runs would be locked out at its next connection. */
async function rotateRolePasswords(system: System, asked: Asked): Promise<number> {
  const { configuration, database, databaseUrl, run } = system;
  const stopFirst = 'stop it, and every process of it, then rotate, then start it';
  if (run) throw new OperatorError(`the office runs: ${stopFirst}`);
  assertWritable([roleSecretFile(configuration)]);
  const working = await whoWorks(database);
  if (working.length > 0) throw new OperatorError(`the office runs elsewhere (${working.join(', ')}): ${stopFirst}`);
  writeWhole(roleSecretFile(configuration), `${newPassword()}\n`);
  // Interrupted here the next start does it.
  await prepareForServices(configuration, databaseUrl, say);
  await record(system, 'operations.rotateKeys', 'database', asked, []);
  say(`every role has another password, made from ${roleSecretFile(configuration)}: give the file to every process that has a copy`);
  return 0;
}

async function record({ schemaOf }: System, operation: 'operations.rotateKeys' | 'operations.retireKeys', kind: string, { by, reason }: Pick<Asked, 'by' | 'reason'>, keys: string[]): Promise<void> {
  const directory = await schemaOf('directory');
  await directory.transaction(async (tx) => recordOperator(tx, { operation, by, reason, details: { kind, keys } }));
}
