import { permissionTableMarkdown } from '@property-office/access';
import { metricTable, platformVariables, variableTable } from '@property-office/service-kit';
import { doNotEdit, type GeneratedDocument } from './generated-document';

/** Who may do what. */
export function permissionsDocument(): GeneratedDocument {
  return { path: 'docs/generated/permissions.md', text: permissionTableMarkdown() };
}

/** What the environment can tell a process. */
export function configurationDocument(): GeneratedDocument {
  const text = ['# Configuration', '', doNotEdit, '', variableTable(platformVariables)].join('\n');
  return { path: 'docs/generated/configuration.md', text };
}

/** What processes measure. */
export function metricsDocument(): GeneratedDocument {
  const more = 'Besides these each process tells what [prom-client](https://github.com/siimon/prom-client) measures of every Node.js process: `process_*`, `nodejs_*`.';
  return { path: 'docs/generated/metrics.md', text: ['# Metrics', '', doNotEdit, '', more, '', metricTable()].join('\n') };
}
