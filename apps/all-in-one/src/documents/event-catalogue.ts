import type { ServiceDefinition } from '@property-office/backbone';
import { eventContracts, type EventContract, type EventType } from '@property-office/contracts';
import type { ReactionSpec } from '@property-office/messaging';
import { eventTypes, listenersByEvent } from './event-listeners';
import { doNotEdit, type GeneratedDocument } from './generated-document';
import { reasonUnheard } from './unheard-events';

/** Who announces what, and who reacts to it how. */
export function eventCatalogue(services: readonly ServiceDefinition[]): GeneratedDocument {
  const listeners = listenersByEvent(services);
  const producers = [...new Set(eventTypes.map((type) => eventContracts[type].producer))];
  const sections = producers.flatMap((producer) => [
    `## ${producer}`,
    '',
    ...eventTypes
      .filter((type) => eventContracts[type].producer === producer)
      .flatMap((type) => entry(type, listeners.get(type) ?? [])),
  ]);
  const text = [
    '# Events',
    '',
    doNotEdit,
    'The subject of an event is `events.<type>`; that of a crew feed `crews.<crew id>.<fact>.v<n>`. Its data and envelope are in `docs/asyncapi.json`, an example of each under `test/contracts/golden`.',
    '',
    ...sections,
  ].join('\n');
  return { path: 'docs/generated/events.md', text };
}

function entry(type: EventType, reactions: readonly ReactionSpec[]): string[] {
  const { aggregate, summary, data, personal = [], heardBy }: EventContract = eventContracts[type];
  return [
    `### ${type}`,
    '',
    summary,
    '',
    `- aggregate: ${aggregate}`,
    `- data: ${code(Object.keys(data.properties))}`,
    `- people’s own words, marked for retention (which does not blank them yet): ${personal.length > 0 ? code(personal) : 'none'}`,
    ...(heardBy ? [`- for no other service than ${heardBy.join(', ')}`] : []),
    ...(reactions.length > 0
      ? reactions.map((reaction) => `- reaction: ${describe(reaction)}`)
      : [`- no reaction: ${reasonUnheard(type) ?? '**nobody has said why**'}`]),
    '',
  ];
}

function describe({ durable, service, order, replay }: ReactionSpec): string {
  return `\`${durable}\` of ${service} (order: ${order}, replay: ${replay})`;
}

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
