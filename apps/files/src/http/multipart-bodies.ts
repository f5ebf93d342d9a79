import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { requestErrors } from '@property-office/service-kit';
import type { FastifyInstance } from 'fastify';
import './accepts-upload.decorator';

/** Leaves the multipart bodies of uploads unread for their route; other routes of the process refuse them as before. */
@Injectable()
export class MultipartBodies implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const http = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    http.addContentTypeParser('multipart/form-data', (request, _body, done) => {
      if (request.routeOptions.config.upload) return done(null, undefined);
      done(requestErrors.unsupportedMediaType());
    });
  }
}
