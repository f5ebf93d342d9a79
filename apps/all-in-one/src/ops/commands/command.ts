import type { System } from '../system';

/** One thing an operator can ask for. */
export interface OperatorCommand {
  name: string;
  /** Its arguments and what it does, for the usage text. */
  usage: readonly string[];
  /** @returns the exit code: 0 all is well, 1 something is not, 2 the question was wrong */
  run(system: System, args: string[]): Promise<number>;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
