import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '@property-office/testing';
import type { Office } from './office';

/** What an office has to be started with, so that its process can be looked into from outside. */
export const inspected = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** One pool of connections to PostgreSQL. */
export interface PoolState {
  name: string;
  total: number;
  idle: number;
}

interface Told {
  id: number;
  result?: unknown;
  error?: { message: string };
}

const heapReadings = 3;
const betweenReadingsMs = 200;

/** Looks into the main process of an office, which is open, by the inspector protocol. */
export class Inspector {
  private readonly answers = new Map<number, (told: Told) => void>();
  private asked = 0;
  private foundPools: string | undefined;

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => {
      const told = JSON.parse(String(data)) as Told;
      this.answers.get(told.id)?.(told);
      this.answers.delete(told.id);
    });
  }

  static async of(office: Office): Promise<Inspector> {
    const address = (): string | undefined => office.log.map((line) => /^Debugger listening on (\S+)/.exec(line)?.[1]).findLast(Boolean);
    const socket = new WebSocket(await waitFor(address, { what: 'the address of the inspector' }));
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return new Inspector(socket);
  }

  /** Bytes of what is reachable when nothing is going on: the least of some readings, each after a collection of the rest. */
  async heapUsed(): Promise<number> {
    let least = Infinity;
    for (let i = 0; i < heapReadings; i += 1) {
      await this.ask('HeapProfiler.collectGarbage');
      least = Math.min(least, (await this.ask<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize);
      await sleep(betweenReadingsMs);
    }
    return least;
  }

  /** @param expression whose value can be JSON */
  async evaluate<T>(expression: string): Promise<T> {
    return (await this.ask<{ result: { value: T } }>('Runtime.evaluate', { expression, returnByValue: true })).result.value;
  }

  /** Without asking the product, whose answer would take connections of them. */
  async pools(): Promise<PoolState[]> {
    // Once: it halts the process for a second, and whatever fell due meanwhile takes connections all at once.
    const objectId = (this.foundPools ??= await this.findPools());
    const { result } = await this.ask<{ result: { value: PoolState[] } }>('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function () {
        return this.filter(({ options }) => options).map(({ options, totalCount, idleCount }) => ({ name: options.application_name, total: totalCount, idle: idleCount }));
      }`,
      returnByValue: true,
    });
    return result.value;
  }

  private async findPools(): Promise<string> {
    const { result } = await this.ask<{ result: { objectId: string } }>('Runtime.evaluate', {
      expression: `process.mainModule.require('pg').Pool.prototype`,
    });
    return (await this.ask<{ objects: { objectId: string } }>('Runtime.queryObjects', { prototypeObjectId: result.objectId })).objects.objectId;
  }

  close(): void {
    this.socket.close();
  }

  private async ask<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    const id = (this.asked += 1);
    const answer = new Promise<Told>((resolve) => this.answers.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }
}
