import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { requestErrors } from '@property-office/service-kit';
import type { FastifyInstance } from 'fastify';
import './accepts-form.decorator';

/** Forms of this service are a few words long. */
const bodyLimit = 16 * 1024;

/** Reads what forms send, for the routes that say so; other routes of the process refuse it as before. */
@Injectable()
export class FormBodies implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const http = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    http.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit }, (request, body, done) => {
      if (!request.routeOptions.config.form) return done(requestErrors.unsupportedMediaType());
      const fields = Object.fromEntries(new URLSearchParams(body));
      // PostgreSQL stores no NUL; a form has no other way to spell what JSON may not, either.
      if (body.includes('%00')) return done(requestErrors.invalidCharacters());
      done(null, fields);
    });
  }
}
