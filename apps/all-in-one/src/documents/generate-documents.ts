import type { ServiceDefinition } from '@property-office/backbone';
import { asyncApiDocument } from './asyncapi-document';
import { brokerAccounts } from './broker-accounts';
import { eventCatalogue } from './event-catalogue';
import { flowsDocument } from './flows-document';
import { formatted } from './formatted';
import type { GeneratedDocument } from './generated-document';
import { goldenEvents } from './golden-events';
import { openApiDocument } from './openapi-document';
import { stateDiagrams } from './state-diagrams';
import { configurationDocument, metricsDocument, permissionsDocument } from './tables';

/** Every generated document as it should be, formatted. No database, broker or environment is needed. */
export async function generateDocuments(
  services: readonly ServiceDefinition[],
): Promise<GeneratedDocument[]> {
  const documents = [
    await openApiDocument(services),
    asyncApiDocument(services),
    eventCatalogue(services),
    flowsDocument(),
    brokerAccounts(services),
    permissionsDocument(),
    stateDiagrams(services),
    configurationDocument(),
    metricsDocument(),
    ...goldenEvents(),
  ];
  return Promise.all(documents.map(formatted));
}
