import { RouteConfig } from '@nestjs/platform-fastify';
// Declares `page`, as `ShowsPage` sets it: one decorator for both, as the second would replace the first.
import './problem-pages';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes what a form of a page without scripts sends. */
    form?: boolean;
  }
}

/** Lets a route of a page take application/x-www-form-urlencoded; everywhere else it stays 415. */
export const AcceptsForm = (): MethodDecorator => RouteConfig({ form: true, page: true });
