import { PassThrough, Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';

/** A body up to this size is held, so that the request can be sent a second time. */
const heldLimit = 64 * 1024;

/** The body of a request as it is sent to a service. */
export interface OutgoingBody {
  /** Whether `open` works more than once. */
  repeatable: boolean;
  open(): Readable | undefined;
}

const none: OutgoingBody = { repeatable: true, open: () => undefined };

/**
 * Takes the body as a stream; one of a keyed request that is small enough is held in memory first.
 * @returns undefined when the client went away before the body was there
 */
export async function outgoingBody(request: FastifyRequest): Promise<OutgoingBody | undefined> {
  const { headers, raw, method } = request;
  if (method === 'GET' || method === 'HEAD') return none;
  const length = Number(headers['content-length'] ?? 0);
  if (length === 0 && headers['transfer-encoding'] === undefined) return none;
  if (headers['idempotency-key'] === undefined || length === 0 || length > heldLimit)
    return { repeatable: false, open: () => passed(raw) };
  const held = await wholeOf(raw);
  return held && { repeatable: true, open: () => Readable.from([held]) };
}

async function wholeOf(raw: Readable): Promise<Buffer | undefined> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of raw) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch {
    return undefined;
  }
}

/**
 * The client's stream behind a second one: whoever sends it on destroys what it was given when the service breaks off,
 * and that must not close the client's connection, on which the answer is still to be sent.
 */
function passed(raw: Readable): Readable {
  const passing = new PassThrough();
  raw.pipe(passing);
  raw.once('close', () => {
    if (!raw.readableEnded) passing.destroy(new Error('the client went away'));
  });
  raw.once('error', (error) => passing.destroy(error));
  passing.once('close', () => {
    raw.unpipe(passing);
    raw.resume();
  });
  passing.on('error', () => undefined);
  return passing;
}
