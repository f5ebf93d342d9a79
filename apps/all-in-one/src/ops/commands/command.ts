import type { PlatformConfiguration } from '@property-office/service-kit';
import type { System } from '../system';

/** One thing an operator can ask for. */
export interface OperatorCommand {
  name: string;
  /** Its arguments and what it does, for the usage text. */
  usage: readonly string[];
  /** Refuses before servers are started and secrets made, where that would be in the way. @throws OperatorError */
  require?(configuration: PlatformConfiguration, args: string[]): void;
  /** Answers what needs no system; undefined where it takes one. @returns the exit code, as `run` @throws OperatorError */
  withoutSystem?(args: string[]): number | undefined;
  /** @returns the exit code: 0 all is well, 1 something is not, 2 the question was wrong */
  run(system: System, args: string[]): Promise<number>;
}

/** One that makes ready what a system is later found in: there may be nothing yet to open. */
export interface PreparingCommand extends Pick<OperatorCommand, 'name' | 'usage'> {
  /** @returns the exit code, as `run` @throws OperatorError */
  prepare(configuration: PlatformConfiguration, args: string[]): Promise<number>;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
