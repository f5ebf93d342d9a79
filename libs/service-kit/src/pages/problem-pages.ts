import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '../problems/problem';
import { html } from './html';
import { page, pageHeaders } from './page';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A browser that asks for a page is refused by one. */
    page?: boolean;
  }
}

/** Lets a route that shows a page to somebody refuse them by one; programs are answered with a problem as everywhere. */
export const ShowsPage = (): MethodDecorator => RouteConfig({ page: true });

/** Whoever opens a page reads what was wrong, not a document for programs: whatever refused it, the reader of its body too. */
export function sendProblemPages(http: FastifyInstance): void {
  http.addHook('onSend', (request, reply, payload, done) => {
    const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
    if (!request.routeOptions.config.page || !isProblem || typeof payload !== 'string' || !request.headers.accept?.includes('text/html')) return done(null, payload);
    reply.headers({ ...pageHeaders, vary: 'accept, accept-language' });
    done(null, refusedPage(JSON.parse(payload) as Problem, request.method, String(reply.getHeader('content-language'))));
  });
}

/** Who pressed a button is told that it did nothing. */
function refusedPage({ title, detail, errors = [] }: Pick<Problem, 'title' | 'detail' | 'errors'>, method: string, language: string): string {
  const unchanged = language === 'zh' ? '没有任何改动，可以返回上一页。' : 'Nothing was changed. You may go back.';
  const back = method === 'POST' ? unchanged : undefined;
  const told = [...new Set([detail, ...errors.map(({ message }) => message), back])].filter((each) => each !== undefined);
  return page({ title, language, body: html`<h1>${title}</h1>${told.map((each) => html`<p>${each}</p>`)}` });
}
