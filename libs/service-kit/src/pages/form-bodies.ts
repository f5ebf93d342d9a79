import { isUtf8 } from 'node:buffer';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { assertStorable } from '../http/storable-text';
import { requestErrors } from '../problems/request-errors';
import './accepts-form.decorator';

const formType = 'application/x-www-form-urlencoded';
/** Forms of pages without scripts are a few words long. */
const bodyLimit = 16 * 1024;

/** Reads what forms send, for the routes that say so; other routes of the process refuse it as before. Each service with such a page provides it. */
@Injectable()
export class FormBodies implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const http = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    // Services that share a process share its server, too.
    if (http.hasContentTypeParser(formType)) return;
    http.addContentTypeParser<Buffer>(formType, { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
      if (!request.routeOptions.config.form) return done(requestErrors.unsupportedMediaType());
      try {
        done(null, fieldsIn(body));
      } catch (error) {
        done(error as Error);
      }
    });
  }
}

/**
 * What JSON may not spell, a form may not either. A browser counts a line break once and sends CRLF: it is one character here, too.
 * @throws invalidCharacters, forbiddenName (400)
 */
export function fieldsIn(body: Buffer): Record<string, string> {
  if (!isUtf8(body)) throw requestErrors.invalidCharacters();
  const text = body.toString('utf8');
  assertDecodable(text);
  const fields = Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')]));
  assertStorable(fields);
  return fields;
}

/** Its reader would put U+FFFD for what is no UTF-8. */
function assertDecodable(text: string): void {
  try {
    decodeURIComponent(text);
  } catch {
    throw requestErrors.invalidCharacters();
  }
}
