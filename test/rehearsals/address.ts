import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../support/built';

/**
 * Where clients find whichever server has the role now, as the service of an operator. In a process of its own: Jest's, which reads what a whole office
 * says, let connections wait for half a second at each step on a busy machine, and clients gave up.
 */
export class Address {
  private process: ChildProcess | undefined;

  /** @param target a port of this machine that it leads to at first */
  constructor(private readonly target: number) {}

  /** @returns the port that clients connect to */
  async start(): Promise<number> {
    const execArgv = ['-r', join(root, 'libs/testing/register-typescript.js')];
    this.process = fork(join(__dirname, 'address-process.ts'), [String(this.target)], { execArgv });
    return this.answer();
  }

  /** Resolves when new connections lead to that port; those that are open stay with the one before. */
  async leadTo(target: number): Promise<void> {
    const answer = this.answer();
    this.process!.send(target);
    await answer;
  }

  async stop(): Promise<void> {
    if (!this.process) return;
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    await ended;
  }

  private async answer(): Promise<number> {
    const [port] = (await once(this.process!, 'message')) as [number];
    return port;
  }
}
