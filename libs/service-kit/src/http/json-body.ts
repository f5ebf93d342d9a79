import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestErrors } from '../problems/request-errors';
import { assertStorable } from './storable-text';

export const jsonBodyLimit = 1024 * 1024;
const mostLevels = 32;

/** Escapes can spell what UTF-8 cannot (NUL, lone surrogates), and names that are not allowed. */
const suspicious = /\\u|__proto__|constructor|prototype/;

/** JSON is the only body parsed by default; a service with uploads adds its own parser. */
export function acceptJson(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: jsonBodyLimit },
    (request, body, done) => {
      try {
        assertPlainUtf8(request);
        done(null, parseJson(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** @throws invalidJson, invalidCharacters, tooDeep, forbiddenName (400) */
export function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw requestErrors.invalidCharacters();
  assertShallow(body);
  const text = body.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw requestErrors.invalidJson();
  }
  if (suspicious.test(text)) assertStorable(value);
  return value;
}

function assertPlainUtf8({ headers }: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1];
  const encoding = headers['content-encoding'];
  if ((charset && !/^utf-?8$/i.test(charset)) || (encoding && encoding !== 'identity'))
    throw requestErrors.unsupportedMediaType();
}

/** Before parsing: what is nested a million deep takes a million frames of whoever walks it. */
function assertShallow(body: Buffer): void {
  const [quote, backslash, openList, openObject, closeList, closeObject] = [
    0x22, 0x5c, 0x5b, 0x7b, 0x5d, 0x7d,
  ];
  let level = 0;
  let inText = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (inText) {
      if (byte === backslash) index++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openList || byte === openObject) {
      if (++level > mostLevels) throw requestErrors.tooDeep({ levels: mostLevels });
    } else if (byte === closeList || byte === closeObject) level--;
  }
}
