import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { FormData, Pool } from 'undici';
import { Stopped, Unreachable } from './failures';
import { nextTryAfter, type TryEnd } from './next-try';

export interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
  /** A file, sent as a form does, in place of a body. */
  file?: Sent;
  /** Makes it one act however often it is sent. */
  key?: string;
  /** The version that was read, where an act overwrites it. */
  match?: number;
  token?: string;
}

export interface Sent {
  name: string;
  content: Uint8Array;
}

export interface Answer {
  status: number;
  /** Of JSON what it says; of a file its bytes; undefined for what a refusal says that is no JSON. */
  body: unknown;
}

export interface ConnectionOptions {
  url: string;
  width: number;
  /** How long the office may be away before we give up. */
  patienceMs: number;
  stop: AbortSignal;
}

const answerWithinMs = 30_000;

/** Requests that outlast a restart of the office: each is repeated until an answer stands. */
export class Connection {
  /** Requests answered, and tries that had to be repeated. */
  answered = 0;
  repeated = 0;
  /** Why the last of them had to be. */
  lastReason = '';
  private readonly pool: Pool;

  constructor(private readonly options: ConnectionOptions) {
    const { url, width, stop } = options;
    // Everybody who waits listens.
    setMaxListeners(0, stop);
    this.pool = new Pool(url, {
      connections: width,
      headersTimeout: answerWithinMs,
      bodyTimeout: answerWithinMs,
    });
  }

  /** @throws Unreachable, Stopped */
  async send(call: Call): Promise<Answer> {
    const start = performance.now();
    for (let tries = 1; ; tries++) {
      if (this.options.stop.aborted) throw new Stopped();
      const { end, answer, reason } = await this.attempt(call);
      const delay = nextTryAfter(end, tries, Math.random());
      if (answer && delay === undefined) {
        this.answered++;
        return answer;
      }
      if (performance.now() - start > this.options.patienceMs)
        throw new Unreachable(`${this.options.url} does not answer: ${reason}`);
      this.repeated++;
      this.lastReason = reason;
      await this.pause(delay ?? 0);
    }
  }

  /** @throws Stopped */
  async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.options.stop }).catch(() => {
      throw new Stopped();
    });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async attempt({
    method,
    path,
    body,
    file,
    key,
    match,
    token,
  }: Call): Promise<{ end: TryEnd; answer?: Answer; reason: string }> {
    try {
      const response = await this.pool.request({
        method,
        path,
        headers: {
          'accept-language': 'en',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
          ...(match !== undefined && { 'if-match': `"${match}"` }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file && { body: formOf(file) }),
      });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      const isText = /json|^$/.test(String(response.headers['content-type'] ?? ''));
      const text = isText ? bytes.toString() : '';
      const status = response.statusCode;
      const retryAfter = response.headers['retry-after']?.toString();
      return {
        end: { kind: 'answer', status, retryAfter },
        answer: { status, body: isText ? parsed(text) : fileOf(status, bytes) },
        reason: `${status} ${codeOf(text)}`.trim(),
      };
    } catch (error) {
      return { end: { kind: 'no-answer' }, reason: (error as Error).message };
    }
  }
}

function formOf({ name, content }: Sent): FormData {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return form;
}

/** What comes with a refusal is no file, though a proxy that is no part of the office says it in HTML. */
function fileOf(status: number, bytes: Buffer): Buffer | undefined {
  return status < 300 ? bytes : undefined;
}

function codeOf(text: string): string {
  return (parsed(text) as { code?: string } | undefined)?.code ?? '';
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
