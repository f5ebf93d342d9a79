import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequest } from '../http/request-context';
import { traceIdOf } from '../http/trace-context';
import { describeError } from '../problems/describe-error';
import { standardOutput } from './standard-output';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Lines of JSON on standard output. Within a request each carries its id and trace. */
export function createLogger(
  name: string,
  level: LogLevel,
  destination: DestinationStream = standardOutput(),
): Logger {
  const options = {
    level,
    base: { process: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: requestOfLine,
  };
  return pino(options, destination);
}

function requestOfLine(): object {
  const request = currentRequest();
  return request ? { requestId: request.requestId, traceId: traceIdOf(request.traceparent) } : {};
}

/** What Nest says of each module and route at every start, five hundred lines of it. */
const talkative = new Set(['InstanceLoader', 'NestFactory', 'NestMicroservice', 'NestApplication', 'RouterExplorer', 'RoutesResolver']);

/** Nest's and our own `new Logger('Context')` lines, written by pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(talkative.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context last, and a stack before it. */
  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: unknown[]): void {
    if (!this.lines.isLevelEnabled(level)) return;
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const error = [message, ...rest].find((part) => part instanceof Error);
    const text =
      message instanceof Error ? '' : typeof message === 'string' ? message : JSON.stringify(message);
    this.lines[level]({ context }, [text, error && describeError(error)].filter(Boolean).join(': '));
  }
}
