/** One event as a client of server-sent events gets it. */
export interface StreamedEvent {
  id: string | undefined;
  event: string;
  data: unknown;
}

/** A client of a stream of server-sent events, which keeps what it got. */
export interface EventStream {
  status: number;
  events: StreamedEvent[];
  /** Resolves when the stream is over, whoever ended it. */
  ended: Promise<void>;
  isOver(): boolean;
  close(): void;
}

/** @param url of the stream; `headers` may carry a session and Last-Event-ID */
export async function openEventStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const aborted = new AbortController();
  const answer = await fetch(url, { headers, signal: aborted.signal });
  const events: StreamedEvent[] = [];
  let over = false;
  const ended = readAll(answer, events)
    .catch(() => undefined)
    .finally(() => (over = true));
  return { status: answer.status, events, ended: ended.then(() => undefined), isOver: () => over, close: () => aborted.abort() };
}

async function readAll(answer: Response, events: StreamedEvent[]): Promise<void> {
  let text = '';
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += read.value;
    const messages = text.split('\n\n');
    text = messages.pop()!;
    events.push(...messages.flatMap(parsed));
  }
}

/** Comments and `retry` are no events. */
function parsed(message: string): StreamedEvent[] {
  const fields = new Map(message.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  const data = fields.get('data');
  return data === undefined ? [] : [{ id: fields.get('id'), event: fields.get('event') ?? 'message', data: JSON.parse(data) as unknown }];
}
