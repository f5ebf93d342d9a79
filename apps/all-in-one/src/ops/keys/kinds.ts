import { dirname } from 'node:path';
import { accessSync, constants, statSync } from 'node:fs';
import { promoted, publicKeyFile, readKeyFile, replaceKeyFile, retired, withNextKey, type KeyKind } from '@property-office/access';
import { keysOf } from '@property-office/backbone';
import { serviceNames } from '@property-office/contracts';
import type { PlatformConfiguration } from '@property-office/service-kit';
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
    const kinds = keysOf(configuration).kinds(['gateway', ...serviceNames]);
    return Object.entries(kinds).map(([name, kind]) => new KeysOfKind(name as KindName, kind));
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
    for (const folder of new Set([...paths, ...(publicPath ? [publicPath] : [])].map((path) => dirname(path)))) {
      try {
        accessSync(folder, constants.W_OK);
      } catch (error) {
        throw new OperatorError(`${folder} cannot be written (${(error as NodeJS.ErrnoException).code}): rotate where the originals of the keys are`);
      }
    }
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

  /** Minutes until nothing is good any more that an older key has signed. */
  stillGoodFor(): number {
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
