import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes what a form of a page without scripts sends. */
    form?: boolean;
    /** A browser that asks for a page is refused by one (problem-pages.ts). */
    page?: boolean;
  }
}

/** Lets a route take application/x-www-form-urlencoded; everywhere else it stays 415. */
export const AcceptsForm = (): MethodDecorator => RouteConfig({ form: true, page: true });
/** Lets a route that shows a page to somebody refuse them by one. */
export const ShowsPage = (): MethodDecorator => RouteConfig({ page: true });
