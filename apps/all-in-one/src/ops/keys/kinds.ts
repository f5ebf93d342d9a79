import { dirname } from 'node:path';
import { accessSync, constants, statSync } from 'node:fs';
import { promoted, publicKeyFile, readKeyFile, replaceKeyFile, retired, withNextKey, type KeyKind } from '@property-office/access';
import { keysOf } from '@property-office/backbone';
import { serviceNames } from '@property-office/contracts';
import type { PlatformConfiguration } from '@property-office/service-kit';
import type { SecretsFolder } from '../secrets-folder';
import { OperatorError } from '../system';

export type KindName = 'fields' | 'principal' | 'services' | 'attachments' | 'audit';

interface Content {
  keys: Array<{ kid: string }>;
  next?: string;
}

/** Minutes for which something signed by a key is good, and a little more. */
const lifetimes: Readonly<Record<Exclude<KindName, 'audit' | 'fields'>, number>> = { principal: 5, services: 5, attachments: 65 };

/** The keys of one kind, as they stand in their files. */
export class KeysOfKind {
  private constructor(
    readonly name: KindName,
    private readonly kind: KeyKind,
  ) {}

  static all(configuration: PlatformConfiguration): KeysOfKind[] {
    if (configuration.keyFiles.service) throw new OperatorError('SERVICE_KEYS_FILE names the key of one service: rotate where those of all are, without it');
    return KeysOfKind.each(keysOf(configuration).kinds(['gateway', ...serviceNames]));
  }

  static inFolder(folder: SecretsFolder): KeysOfKind[] {
    return KeysOfKind.each(folder.keyKinds());
  }

  private static each(kinds: Readonly<Record<KindName, KeyKind>>): KeysOfKind[] {
    return Object.entries(kinds).map(([name, kind]) => new KeysOfKind(name as KindName, kind));
  }

  /** Those that an operator named. @throws OperatorError that says what there is */
  static named(kinds: readonly KeysOfKind[], names: readonly string[], passwords: string): KeysOfKind[] {
    return names.map((name) => {
      const kind = kinds.find((each) => each.name === name);
      if (!kind) throw new OperatorError(`there are no keys "${name}": ${kinds.map((each) => each.name).join(', ')}; ${passwords}`);
      return kind;
    });
  }

  /** Each file, the current key first. @throws OperatorError where one is not here */
  contents(): Content[] {
    return this.kind.paths.map((path) => {
      const content = readKeyFile<Content>(path);
      if (!content) throw new OperatorError(`the key file ${path} is not here: rotate where the keys are, after a first start`);
      return content;
    });
  }

  /** Before the first of several files is replaced. @throws OperatorError where one of them cannot be, as where a Secret is mounted */
  assertReplaceable(): void {
    const { paths, publicPath } = this.kind;
    assertWritable([...paths, ...(publicPath ? [publicPath] : [])]);
  }

  /** True where a rotation was interrupted before its key was used. */
  get waits(): boolean {
    return this.contents().some(({ next }) => next !== undefined);
  }

  /** Every process may know the new key from now on; nobody uses it. */
  add(): void {
    this.rewrite((content, path) => withNextKey(content, this.kind.make(path) as Content));
  }

  /** The new key is the current one. */
  promote(): void {
    this.rewrite(promoted);
  }

  /** Only the current key is accepted from now on. */
  retire(): void {
    this.rewrite(retired);
  }

  /** Ids of the keys that only what was signed or sealed before still needs. */
  older(): string[] {
    return this.contents().flatMap((content) => {
      const { keys } = retired(content);
      return content.keys.filter((key) => !keys.includes(key)).map(({ kid }) => kid);
    });
  }

  ids(): string[] {
    return this.contents().flatMap(({ keys }) => keys.map(({ kid }) => kid));
  }

  /** Before older keys end. @throws OperatorError where they never may, or where something is still good that one of them signed */
  assertMayEnd(now: boolean): void {
    if (this.name === 'audit') throw new OperatorError('older keys of audit stay: the heads that they signed could not be verified any more');
    const minutes = this.stillGoodFor();
    if (minutes > 0 && !now) throw new OperatorError(`${this.name}: what older keys have signed is good for ${minutes} minutes more: wait, or end it --now`);
  }

  /** Its keys, the current one first, for a sentence. */
  told(): string {
    const each = this.contents().map(({ keys: [current, ...others], next }) => [current!.kid, others.length > 0 ? ` (and ${others.map(({ kid }) => (kid === next ? `${kid}, which waits` : kid)).join(', ')})` : ''].join(''));
    return `${this.name.padEnd(12)} ${each.join(', ')}`;
  }

  /** Minutes until nothing is good any more that an older key has signed. */
  private stillGoodFor(): number {
    if (this.name === 'audit' || this.name === 'fields') return 0;
    const changed = Math.max(...this.kind.paths.map((path) => statSync(path).mtimeMs));
    return Math.ceil(lifetimes[this.name] - (performance.timeOrigin + performance.now() - changed) / 60_000);
  }

  private rewrite(to: (content: Content, path: string) => Content): void {
    const contents = this.contents().map((content, index) => to(content, this.kind.paths[index]!));
    const { publicPath } = this.kind;
    // Whoever verifies hears of a key before anybody signs with it.
    if (publicPath) replaceKeyFile(publicPath, publicKeyFile({ keys: contents.flatMap(({ keys }) => keys) }));
    for (const [index, content] of contents.entries()) replaceKeyFile(this.kind.paths[index]!, content);
  }

  /** Where they stand, for a sentence. */
  get place(): string {
    const [path = ''] = this.kind.paths;
    return this.kind.paths.length === 1 ? path : dirname(path);
  }
}

/** @throws OperatorError where one of the files cannot be replaced */
export function assertWritable(paths: readonly string[]): void {
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    try {
      accessSync(folder, constants.W_OK);
    } catch (error) {
      throw new OperatorError(`${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): rotate where the originals of the keys are`);
    }
  }
}
