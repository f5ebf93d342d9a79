import { RouteConfig } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads a multipart body itself, as it arrives. */
    upload?: boolean;
  }
}

/** Lets a route take multipart/form-data; everywhere else it stays 415. */
export const AcceptsUpload = (): MethodDecorator => RouteConfig({ upload: true });
