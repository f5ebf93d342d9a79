import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes what a form of a page without scripts sends. */
    form?: boolean;
  }
}

/** Lets a route take application/x-www-form-urlencoded; everywhere else it stays 415. */
export const AcceptsForm = (): MethodDecorator => RouteConfig({ form: true });
