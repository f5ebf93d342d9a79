import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Exchange {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** A client that waits longer than this gives up. Default 30 s, as the door gives a service. */
  timeoutMs?: number;
  /** Default: a connection for each request. */
  agent?: Agent;
}

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Of a JSON answer; undefined for any other. */
  body: T;
  ms: number;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  instance?: string;
  errors?: Array<{ pointer: string; message: string }>;
}

/** Told of whatever is sent and answered here, by whomever: one who looks whether it is kept in confidence. */
export const listeners = new Set<(sent: Exchange, answer: Answer<unknown>) => void>();

/** Sends bytes as they are. Rejects when the connection breaks before a whole answer has come, or when it takes too long. */
export function exchange<T>(base: string, asked: Exchange): Promise<Answer<T>> {
  const { method, path, headers = {}, body, timeoutMs = 30_000, agent } = asked;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(new URL(base), {
      path,
      method,
      headers: { ...length, ...headers },
      agent: agent ?? new Agent(),
    });
    const timer = setTimeout(
      () => sent.destroy(new HangError(`${method} ${path} was not answered within ${timeoutMs} ms`)),
      timeoutMs,
    );
    sent.once('error', reject);
    sent.once('close', () => clearTimeout(timer));
    sent.once('response', (response) => {
      buffer(response).then((bytes) => {
        const text = bytes.toString();
        const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers['content-type'] ?? '');
        const parsed = isJson && text !== '' ? (JSON.parse(text) as T) : undefined;
        const answer = { status: response.statusCode!, headers: response.headers, text, body: parsed as T, ms: performance.now() - start };
        for (const listener of listeners) listener(asked, answer);
        resolve(answer);
      }, reject);
    });
    sent.end(body);
  });
}

/** The server took longer than any client would wait. */
export class HangError extends Error {
  override readonly name = 'HangError';
}
