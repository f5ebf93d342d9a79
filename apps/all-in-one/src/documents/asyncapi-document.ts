import type { ServiceDefinition } from '@property-office/backbone';
import {
  envelopeSchema,
  eventContracts,
  type EventContract,
  type EventType,
} from '@property-office/contracts';
import { producerOf, subjectOf, type ReactionSpec } from '@property-office/messaging';
import { eventTypes, isCrewFeed, listenersByEvent } from './event-listeners';
import type { GeneratedDocument } from './generated-document';

/** What services announce to each other over NATS: channels are subjects, an operation is one side of one of them. */
export function asyncApiDocument(services: readonly ServiceDefinition[]): GeneratedDocument {
  const listeners = listenersByEvent(services);
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: '物业服务平台的事件 / Events of the property office',
      version: '1',
      description:
        'CloudEvents 1.0, structured JSON. Events carry ids and facts, never the name or phone of a person. ' +
        '`data` may gain optional fields; anything else is a new version of the type beside the old one.',
    },
    defaultContentType: 'application/json',
    servers: {
      nats: {
        host: 'localhost:4222',
        protocol: 'nats',
        description: 'NATS JetStream, a stream for each producing service',
      },
    },
    channels: Object.fromEntries(eventTypes.map((type) => [type, channel(type)])),
    operations: Object.fromEntries(
      eventTypes.flatMap((type) => [
        [`send.${type}`, send(type)],
        ...(listeners.get(type) ?? []).map((reaction) => [
          `${reaction.durable}.${type}`,
          receive(reaction, type),
        ]),
      ]),
    ),
    components: {
      messages: Object.fromEntries(eventTypes.map((type) => [type, message(type)])),
      schemas: { envelope: envelopeSchema },
    },
  };
  return { path: 'docs/asyncapi.json', text: JSON.stringify(document) };
}

function channel(type: EventType) {
  return {
    ...addressOf(type),
    description: eventContracts[type].summary,
    messages: { [type]: { $ref: `#/components/messages/${type}` } },
  };
}

function addressOf(type: EventType) {
  if (!isCrewFeed(type)) return { address: subjectOf(type) };
  return {
    address: `crews.{crewId}.${type.slice(producerOf(type).length + 1)}`,
    parameters: { crewId: { description: 'Id of the crew, which is the aggregate' } },
  };
}

function message(type: EventType) {
  const { producer, aggregate, summary, data, personal }: EventContract = eventContracts[type];
  return {
    name: type,
    summary,
    contentType: 'application/json',
    payload: {
      allOf: [
        { $ref: '#/components/schemas/envelope' },
        {
          type: 'object',
          properties: {
            type: { const: type },
            source: { const: `/${producer}` },
            aggregatetype: { const: aggregate },
            data,
          },
        },
      ],
    },
    ...(personal && { 'x-personal': personal }),
  };
}

function send(type: EventType) {
  const { producer, summary }: EventContract = eventContracts[type];
  return { action: 'send', ...parts(type), summary, 'x-owner': producer };
}

function receive({ durable, service, order, replay }: ReactionSpec, type: EventType) {
  return {
    action: 'receive',
    ...parts(type),
    'x-owner': service,
    'x-durable': durable,
    'x-order': order,
    'x-replay': replay,
  };
}

function parts(type: EventType) {
  return {
    channel: { $ref: `#/channels/${type}` },
    messages: [{ $ref: `#/channels/${type}/messages/${type}` }],
  };
}
