import type { WireEvent } from '@property-office/contracts';
import type { EventStream, StoredAck } from '@property-office/outbox';
import { inStep, tracesSteps, withRequest } from '@property-office/service-kit';

/** A stream whose publications are steps of the traces of their events. */
export function tracedStream<S extends EventStream>(stream: S): S {
  const publish = stream.publish.bind(stream);
  stream.publish = (subject, bytes, msgId): Promise<StoredAck> => {
    if (!tracesSteps()) return publish(subject, bytes, msgId);
    const { type, traceparent } = JSON.parse(new TextDecoder().decode(bytes)) as Pick<WireEvent, 'type' | 'traceparent'>;
    if (traceparent === undefined) return publish(subject, bytes, msgId);
    const names = { name: `publish ${type}`, kind: 'producer', attributes: { 'messaging.system': 'nats', 'messaging.destination.name': stream.name, 'event.type': type } } as const;
    return withRequest({ requestId: '', traceparent }, () => inStep(names, () => publish(subject, bytes, msgId)));
  };
  return stream;
}
