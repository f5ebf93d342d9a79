import { permissionTableMarkdown } from '@property-office/access';
import { platformVariables, variableTable } from '@property-office/service-kit';
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
