import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { newAttachmentKeyFile, newFieldKeyFile, newKeyFile, requireKeyFile, type KeyFile, type KeyKind } from '@property-office/access';
import { doorName, serviceNames } from '@property-office/contracts';
import { writeWhole } from '@property-office/embedded';
import { brokerUsers, newPassword, originalFiles, secretsOf, type Originals } from './secrets';
import { OperatorError } from './system';

const owners = [doorName, ...serviceNames];

/** Where `ops prepare-secrets` has written what is secret: a folder for each Secret, a file for each of its keys. */
export class SecretsFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  get isEmpty(): boolean {
    return !existsSync(this.path) || readdirSync(this.path).length === 0;
  }

  /**
   * What stands here, with what a service needs that did not exist when it was written.
   * @throws OperatorError where an original is gone: another in its place would end what was sealed or signed with it
   */
  read(): Originals {
    return {
      principal: this.keyFile(originalFiles.principal),
      fields: this.keyFile(originalFiles.fields),
      attachments: this.keyFile(originalFiles.attachments),
      audit: this.keyFile(originalFiles.audit),
      services: Object.fromEntries(owners.map((name) => [name, this.serviceKeyFile(name)])),
      databaseUrl: this.text(originalFiles.databaseUrl),
      databaseRoles: this.text(originalFiles.databaseRoles),
      natsUrl: this.text(originalFiles.natsUrl),
      brokerPasswords: Object.fromEntries(brokerUsers.map((user) => [user, this.textOrNew(originalFiles.brokerPasswordOf(user))])),
      firstPassword: this.text(originalFiles.firstPassword),
    };
  }

  /**
   * Writes what is not here as it should be, each file whole and for its owner's eyes alone. Interrupted, it is done by writing again
   * what is read.
   * @returns the files that were written, as `tickets-secrets/nats-url`
   */
  write(originals: Originals): string[] {
    const files = secretsOf(originals).flatMap(({ name, files: each }) => Object.entries(each).map(([file, text]) => ({ file: `${name}/${file}`, text })));
    const outdated = files.filter(({ file, text }) => !this.has(file) || this.text(file) !== text);
    for (const { file, text } of outdated) {
      mkdirSync(dirname(this.at(file)), { recursive: true, mode: 0o700 });
      writeWhole(this.at(file), text);
    }
    return outdated.map(({ file }) => file);
  }

  /** The originals of each kind of key. Copies and public halves follow them by `write`. */
  keyKinds(): Record<'fields' | 'principal' | 'services' | 'attachments' | 'audit', KeyKind> {
    const ownerAt = new Map(owners.map((name) => [this.at(originalFiles.serviceOf(name)), name]));
    return {
      fields: { paths: [this.at(originalFiles.fields)], make: newFieldKeyFile },
      principal: { paths: [this.at(originalFiles.principal)], make: () => newKeyFile('door') },
      services: { paths: [...ownerAt.keys()], make: (path) => newKeyFile(ownerAt.get(path)!) },
      attachments: { paths: [this.at(originalFiles.attachments)], make: newAttachmentKeyFile },
      audit: { paths: [this.at(originalFiles.audit)], make: () => newKeyFile('audit') },
    };
  }

  private keyFile<T>(file: string): T {
    this.assertHas(file);
    return requireKeyFile<T>(this.at(file));
  }

  private serviceKeyFile(name: string): KeyFile {
    const file = originalFiles.serviceOf(name);
    return this.has(file) ? requireKeyFile<KeyFile>(this.at(file)) : newKeyFile(name);
  }

  private textOrNew(file: string): string {
    return this.has(file) ? this.text(file) : newPassword();
  }

  private text(file: string): string {
    this.assertHas(file);
    return readFileSync(this.at(file), 'utf8');
  }

  private assertHas(file: string): void {
    if (!this.has(file)) throw new OperatorError(`${this.path} has no ${file}: take all that prepare-secrets made, as it was put into the safe place`);
  }

  private has(file: string): boolean {
    return existsSync(this.at(file));
  }

  private at(file: string): string {
    return join(this.path, file);
  }
}
