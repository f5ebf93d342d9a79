import './node-version';

export { BackboneModule, SERVICE_NAME } from './backbone.module';
export { AttachmentClaims } from './internal/attachment-claims';
export { HttpTransport } from './internal/http-transport';
export { InternalClient } from './internal/internal-client';
export type { InternalAnswer, InternalRequest, InternalTransport } from './internal/internal-transport';
export { ProcessTransport } from './internal/process-transport';
export { PersonNoticeSender } from './person-notices/person-notice-sender';
export { personNotices } from './person-notices/person-notice-sending';
export { PersonNotices } from './person-notices/person-notices';
export type { Platform } from './platform';
export { platformMigrations } from './platform-migrations';
export { ProcessPlatform } from './process-platform';
export { roleSecretFile } from './database-roles';
export { auditHeadsFolder, runServices, type RunOptions } from './run-services';
export { configurationOrExit, keysOf, serveOwnProcess } from './serve';
export { mounted, type ServiceDefinition } from './service-definition';
export { ServiceRuntime } from './service-runtime';
