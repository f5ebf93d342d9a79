import type { PlatformConfiguration } from '@property-office/service-kit';
import type { FastifyRequest } from 'fastify';

/** Where people open the product: as configured, else as whoever asks has reached it. */
export function originOf({ http }: Pick<PlatformConfiguration, 'http'>, request: FastifyRequest): string {
  return http.publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
}
