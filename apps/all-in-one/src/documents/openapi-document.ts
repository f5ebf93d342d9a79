import { mounted, type ServiceDefinition } from '@property-office/backbone';
import { describeService, mergeDocuments } from '@property-office/service-kit';
import type { GeneratedDocument } from './generated-document';
import { unconnectedPlatform } from './unconnected-platform';

/** What every service answers over HTTP, without starting any of them. */
export async function openApiDocument(services: readonly ServiceDefinition[]): Promise<GeneratedDocument> {
  const platform = unconnectedPlatform();
  const described = (service: ServiceDefinition) => describeService(mounted(service, platform), service.name);
  const [first, ...others] = services;
  if (!first) throw new Error('there is no service to describe');
  const document = mergeDocuments([await described(first), ...(await Promise.all(others.map(described)))]);
  return { path: 'docs/openapi.json', text: JSON.stringify(document) };
}
