import { statSync } from 'node:fs';
import { requireKeyFile } from './key-file';

/** Keys that somebody holds, with the files they came from. */
export class HeldKeys {
  private stamp: string;

  constructor(
    private readonly paths: readonly string[],
    private readonly read: () => void,
  ) {
    this.stamp = this.stampNow();
  }

  /**
   * Reads them again where a file was replaced; one that is gone is not made anew, as it would be at a start.
   * @throws what reading throws: then they stay as they are, and are read the next time
   */
  refresh(): void {
    const stamp = this.stampNow();
    if (stamp === this.stamp) return;
    for (const path of this.paths) requireKeyFile(path);
    this.read();
    this.stamp = stamp;
  }

  private stampNow(): string {
    return this.paths.map((path) => stampOf(path)).join(' ');
  }
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.mtimeMs}:${stat.size}` : '-';
}
