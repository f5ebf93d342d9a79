import { join, resolve } from 'node:path';
import { LineFile } from '@property-office/audit';
import type { PlatformConfiguration } from '@property-office/service-kit';
import type { RegisterLine } from './register-entry';

/** Beside the database and outside its backups: what was destroyed stays destroyed after a restore. To be copied elsewhere, as the keys are. */
export function destructionRegisterPath({ dataDir }: Pick<PlatformConfiguration, 'dataDir'>): string {
  return join(resolve(dataDir), 'destruction-register', 'archives.log');
}

/** The destruction register outside (销毁清册存根): a line for each destruction, its hash before it, only ever appended to. */
export class RegisterFile {
  private readonly file: LineFile;

  constructor(path: string) {
    this.file = new LineFile(path);
  }

  /** There from the first start on, also where nothing was ever destroyed: a register that is missing was lost. */
  begin(): void {
    this.file.begin();
  }

  append({ hash, text }: RegisterLine): void {
    this.file.append(`${hash} ${text}`);
  }

  /** A copy that broke off, or a machine that failed while it was written: what its last line says nobody knows. @throws where there is none, or none that can be read */
  isCutOff(): boolean {
    return this.file.isCutOff();
  }

  /** Oldest first. */
  read(): RegisterLine[] {
    return this.file.read().map((line) => ({ hash: line.slice(0, line.indexOf(' ')), text: line.slice(line.indexOf(' ') + 1) }));
  }
}
