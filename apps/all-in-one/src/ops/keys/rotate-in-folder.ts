import { parseArgs } from 'node:util';
import { say } from '../commands/command';
import { newBrokerPasswords, newDatabasePasswords, type Originals } from '../secrets';
import { SecretsFolder } from '../secrets-folder';
import { OperatorError } from '../system';
import { KeysOfKind } from './kinds';

/** Whoever signs in has one password: it changes at both ends, and nothing is accepted besides. */
const passwords = new Map<string, (originals: Originals) => Partial<Originals>>([
  ['database', ({ databaseUrl }) => newDatabasePasswords(databaseUrl)],
  ['nats', () => ({ brokerPasswords: newBrokerPasswords() })],
]);
const ofPasswords = `${[...passwords.keys()].join(' or ')} by itself`;

/**
 * `rotate-keys … --secrets FOLDER`: makes new keys where the originals are, for processes that have copies. Between two of its steps somebody
 * hands the copies out: nothing here can tell when every process has them.
 * @returns the exit code: 1 where a key was to be used and none waits for it
 * @throws OperatorError before a key or password is changed
 */
export function rotateInFolder(args: string[]): number {
  const flag = { type: 'boolean', default: false } as const;
  const options = { secrets: { type: 'string' }, use: flag, retire: flag, now: flag, 'sealed-under': { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const { use, retire, now, 'sealed-under': sealedUnder } = values;
  if (use && retire) throw new OperatorError('--use comes first, and --retire once every process uses the new key');
  if (!values.secrets) throw new OperatorError('--secrets FOLDER: what prepare-secrets made');
  const folder = new SecretsFolder(values.secrets);
  const leftUndone = folder.write(folder.read());
  if (leftUndone.length > 0) say(`written as the originals say, which an interrupted run had left undone: ${leftUndone.join(', ')}`);
  const change = positionals.length === 1 ? passwords.get(positionals[0]!) : undefined;
  if (change) {
    if (use || retire) throw new OperatorError(`${positionals.join()}: there is one password at a time, and nothing to use or to end`);
    const originals = folder.read();
    folder.write({ ...originals, ...change(originals) });
    say(`${positionals.join()}: other passwords; make the Secrets again, and restart who signs in`);
    return 0;
  }
  const kinds = KeysOfKind.inFolder(folder);
  if (positionals.length === 0) {
    for (const kind of kinds) say(kind.told());
    return 0;
  }
  const chosen = KeysOfKind.named(kinds, positionals, ofPasswords);
  if (retire) for (const kind of chosen) assertMayEnd(kind, now, sealedUnder);
  const done = chosen.map(retire ? ended : use ? used : added);
  folder.write(folder.read());
  say('make the Secrets again, restart every process, and copy the folder to the safe place');
  return use && !done.includes(true) && leftUndone.length === 0 ? 1 : 0;
}

/** A key of each owner that has none waiting. */
function added(kind: KeysOfKind): boolean {
  say(kind.waits ? `${kind.name}: a key waits already; --use once every process knows it` : `${kind.name}: a new key, which nobody uses yet; --use once every process knows it`);
  kind.add();
  return true;
}

/** @returns false where none waits */
function used(kind: KeysOfKind): boolean {
  const { waits } = kind;
  if (waits) kind.promote();
  say(waits ? `${kind.name}: it is used from now on; what older ones signed or sealed is still accepted` : `${kind.name}: no key waits to be used`);
  return waits;
}

/** @returns false where there is no older one */
function ended(kind: KeysOfKind): boolean {
  const ids = kind.older();
  if (ids.length > 0) kind.retire();
  say(ids.length > 0 ? `${kind.name}: no longer accepted: ${ids.join(', ')}` : `${kind.name}: there is no older key`);
  return ids.length > 0;
}

function assertMayEnd(kind: KeysOfKind, now: boolean, sealedUnder: string | undefined): void {
  const [current] = kind.ids();
  if (kind.name === 'fields' && sealedUnder !== current)
    throw new OperatorError('fields: what is sealed under older keys would be lost; run rotate-keys --reseal in the cluster, which ends with the --sealed-under to say here');
  kind.assertMayEnd(now);
}
