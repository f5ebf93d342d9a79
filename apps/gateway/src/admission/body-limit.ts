import type { IncomingMessage } from 'node:http';
import { doorErrors } from '../errors';

/**
 * Checks what a request says about its body.
 * @throws bodyTooLarge (413), bodyNotExpected (400) for a GET or HEAD with one
 */
export function assertDeclaredBody(raw: IncomingMessage, limit: number): void {
  const { method, headers } = raw;
  const length = Number(headers['content-length'] ?? 0);
  if (length > limit) throw tooLarge(limit);
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && (length > 0 || headers['transfer-encoding'] !== undefined))
    throw doorErrors.bodyNotExpected();
}

/**
 * Counts a body of undeclared length as it arrives, whoever reads it and however: the parser hands every chunk to `push`.
 * Beyond the limit nothing more is handed on, readers get the error, and `exceeded` is called once. (A body of declared
 * length cannot be longer than it says.)
 */
export function countBody(raw: IncomingMessage, limit: number, exceeded: (error: Error) => void): void {
  if (raw.headers['transfer-encoding'] === undefined) return;
  const push = raw.push.bind(raw);
  let received = 0;
  raw.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk === null) return push(null);
    const before = received;
    received += chunk.length;
    if (received <= limit) return push(chunk, encoding);
    if (before <= limit) {
      const error = tooLarge(limit);
      // A reader that gives up destroys the request, and with it the connection: the client would meet a reset instead
      // of the answer.
      raw._destroy = (reason, done) => done(reason);
      exceeded(error);
      raw.on('error', () => undefined);
      raw.emit('error', error);
    }
    // Not `false`: that would stop reading, and the rest has to be read away before the client hears the answer.
    return true;
  };
}

function tooLarge(limit: number): Error {
  const mebibytes = Math.floor(limit / 1024 / 1024);
  return doorErrors.bodyTooLarge({ limit: `${mebibytes} MiB` });
}
