import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routeOf } from '../http/service-request';
import { describeError } from './describe-error';
import { isWhole, sendProblem } from './problem-response';
import { refusalOf } from './refusal';

/** The one place where an error becomes an answer. Refusals are not logged; faults and outages are. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Requests');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (!refusal) this.logger.error(`${routeOf(request)} failed: ${describeError(error)}`);
    else if (refusal.error.spec.kind === 'unavailable')
      this.logger.warn(`${routeOf(request)} is unavailable: ${describeError(error)}`);
    if (isWhole(reply.raw)) return;
    if (reply.sent || reply.raw.headersSent) {
      // Part of an answer is on its way; all that is left is to let the client see that it is not whole.
      reply.raw.destroy();
      return;
    }
    sendProblem(error, request, reply);
  }
}
