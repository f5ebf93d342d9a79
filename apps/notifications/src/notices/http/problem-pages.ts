import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Problem } from '@property-office/service-kit';
import type { FastifyInstance } from 'fastify';
import { refusedPage } from '../pages/approval-page';
import './accepts-form.decorator';

/** Neither kept nor found again; the door says that no address of ours is told to others. */
export const pageHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

/** Whoever presses a button of a page reads what was wrong, not a document for programs: whatever refused it, the reader of its body too. */
@Injectable()
export class ProblemPages implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const http = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    http.addHook('onSend', (request, reply, payload, done) => {
      const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
      if (!request.routeOptions.config.page || !isProblem || typeof payload !== 'string' || !request.headers.accept?.includes('text/html')) return done(null, payload);
      reply.headers({ ...pageHeaders, vary: 'accept, accept-language' });
      done(null, refusedPage(JSON.parse(payload) as Problem, String(reply.getHeader('content-language'))));
    });
  }
}
