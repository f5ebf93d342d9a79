import { Module, type DynamicModule } from '@nestjs/common';
import { AttachmentLinks, FieldCipher, VisitorPasses } from '@property-office/access';
import { Audit, Seals } from '@property-office/audit';
import { Ledger } from '@property-office/outbox';
import { Database, type ServiceSchema } from '@property-office/persistence';
import { Commands } from '@property-office/service-kit';
import { CatchUps, TimerLoop } from '@property-office/timers';
import { AttachmentClaims } from './internal/attachment-claims';
import { InternalClient } from './internal/internal-client';
import { attachmentKeyHolders, fieldKeyHolders } from './needed-variables';
import type { Platform } from './platform';

/**
 * The platform's parts of one service, for its module alone: several services of one process each have their own.
 * Making them does no I/O; the process connects them when it starts.
 */
@Module({})
export class BackboneModule {
  static forService(schema: ServiceSchema, platform: Platform): DynamicModule {
    const runtime = platform.runtimeOf(schema);
    const { service } = schema;
    const client = new InternalClient(
      () => platform.serviceTokensOf(service),
      () => platform.internalTransport,
    );
    const providers = [
      { provide: Database, useValue: runtime.database },
      { provide: Ledger, useValue: runtime.ledger },
      { provide: Audit, useValue: runtime.audit },
      { provide: TimerLoop, useValue: runtime.timers },
      { provide: CatchUps, useValue: runtime.catchUps },
      // Nest makes what nobody asks for, too: a service that holds no such keys must not look for them when it starts.
      ...(holds(fieldKeyHolders, service) ? [{ provide: FieldCipher, useFactory: () => platform.fieldCipher }] : []),
      ...(holds(attachmentKeyHolders, service)
        ? [
            { provide: AttachmentLinks, useFactory: () => platform.attachmentLinks },
            { provide: VisitorPasses, useFactory: () => platform.attachmentLinks.visitors },
          ]
        : []),
      { provide: Seals, useFactory: () => platform.seals },
      { provide: AttachmentClaims, useValue: new AttachmentClaims(client) },
      { provide: InternalClient, useValue: client },
      Commands,
      // Makes the module's token differ from that of another service with the same providers.
      { provide: SERVICE_NAME, useValue: service },
    ];
    return { module: BackboneModule, providers, exports: providers };
  }
}

const holds = (holders: readonly string[], service: string): boolean => holders.includes(service);

/** Injection token: which service a provider belongs to. */
export const SERVICE_NAME = Symbol('service name');
