import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** How a receiver answers; `reset` breaks the connection, `silence` never answers, `huge` never stops answering. */
export type Answering = { status: number; headers?: Record<string, string>; body?: string | object } | 'reset' | 'silence' | 'huge';

export interface Receiver {
  url: string;
  received: Received[];
  /** Decides on the next requests; default: 200 `{}`. */
  answer: (request: Received) => Answering | Promise<Answering>;
  stop(): Promise<void>;
}

/** Somebody else's HTTP server on loopback, which keeps what it is sent and answers as it is told. */
export async function startReceiver(answer: Receiver['answer'] = () => ({ status: 200, body: {} })): Promise<Receiver> {
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const received = { method: request.method!, path: request.url!, headers: request.headers, body };
      receiver.received.push(received);
      const answering = await receiver.answer(received);
      if (answering === 'silence') return;
      if (answering === 'reset') return void request.socket.destroy();
      if (answering === 'huge') return pour(response);
      const content = typeof answering.body === 'object' ? JSON.stringify(answering.body) : (answering.body ?? '');
      response.writeHead(answering.status, answering.headers).end(content);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = ' '.repeat(64 * 1024);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
