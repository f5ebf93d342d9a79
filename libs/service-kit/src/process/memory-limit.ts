import { totalmem } from 'node:os';

/** How much memory this process may have: that of its container, or of the machine where nothing says less. */
export function memoryLimit(ofContainer: number = process.constrainedMemory(), ofMachine: number = totalmem()): number {
  return ofContainer > 0 ? Math.min(ofContainer, ofMachine) : ofMachine;
}
