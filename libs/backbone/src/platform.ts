import type { AttachmentLinks, FieldCipher, ServiceTokenSigner } from '@property-office/access';
import type { Seals } from '@property-office/audit';
import type { ServiceSchema } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';
import type { InternalTransport } from './internal/internal-transport';
import type { ServiceRuntime } from './service-runtime';

/** What a process lends to the services it runs. A service gets it when it is mounted and never looks for it elsewhere. */
export interface Platform {
  readonly configuration: PlatformConfiguration;
  readonly fieldCipher: FieldCipher;
  readonly attachmentLinks: AttachmentLinks;
  /** With which a process signs what leaves the house. */
  readonly seals: Seals;
  readonly internalTransport: InternalTransport;
  /** With which a service says who it is when it asks another. */
  serviceTokensOf(service: string): ServiceTokenSigner;
  /** The database, ledger and reactions of one service: made once for each. */
  runtimeOf(schema: ServiceSchema): ServiceRuntime;
}
