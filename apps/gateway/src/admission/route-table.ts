import type { OpenAPIObject } from '@nestjs/swagger';
import { bodyLimitExtension } from '@property-office/contracts';

/** One declared operation, as the door needs it. */
export interface DoorRoute {
  method: string;
  /** Path in the router's spelling: `/api/repair-requests/:id`. */
  url: string;
  /** The service that answers. */
  owner: string;
  /** Works without a session (`security: []`). */
  public: boolean;
  /** Bytes of a body at most. */
  bodyLimit: number;
  /** Answers with Server-Sent Events, so it stays open. */
  streams: boolean;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const jsonLimit = 1024 * 1024;

interface Content {
  content?: Record<string, unknown>;
}

/** The operations of the committed API document. What is not declared there does not exist at the door. */
export class RouteTable {
  readonly routes: readonly DoorRoute[];
  private readonly byShape: ReadonlyMap<string, DoorRoute>;

  /** @throws Error for an operation that names no owner */
  constructor(document: OpenAPIObject) {
    this.routes = Object.entries(document.paths).flatMap(([template, item]) =>
      methods.flatMap((method) =>
        item[method] ? [routeOf(method, template, item[method] as Operation)] : [],
      ),
    );
    this.byShape = new Map(this.routes.map((route) => [shapeOf(route.method, route.url), route]));
  }

  /** The declared operation of what the router has matched; HEAD is the GET without its body. */
  find(method: string, url: string): DoorRoute | undefined {
    return this.byShape.get(shapeOf(method === 'HEAD' ? 'GET' : method, url));
  }

  /** Methods declared for a path, to say so when another one was used. */
  methodsOf(path: string): string[] {
    const segments = path.split('/');
    const fitting = this.routes
      .filter(({ url }) => fits(url.split('/'), segments))
      .map(({ method }) => method);
    return [...new Set(fitting.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
  }
}

interface Operation {
  'x-owner'?: string;
  [bodyLimitExtension]?: number;
  security?: unknown[];
  responses?: Record<string, Content>;
}

function routeOf(method: string, template: string, operation: Operation): DoorRoute {
  const owner = operation['x-owner'];
  if (!owner) throw new Error(`${method.toUpperCase()} ${template} has no x-owner`);
  const answers = Object.values(operation.responses ?? {}).flatMap(({ content }) =>
    Object.keys(content ?? {}),
  );
  return {
    method: method.toUpperCase(),
    url: template.replace(/\{(\w+)\}/g, ':$1'),
    owner,
    public: operation.security?.length === 0,
    bodyLimit: operation[bodyLimitExtension] ?? jsonLimit,
    streams: answers.includes('text/event-stream'),
  };
}

/** Routes of two processes are the same whatever they call their parameters. */
function shapeOf(method: string, url: string): string {
  return `${method} ${url.replace(/:\w+/g, ':')}`;
}

function fits(template: string[], segments: string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => (part.startsWith(':') ? segments[at] !== '' : part === segments[at]))
  );
}
