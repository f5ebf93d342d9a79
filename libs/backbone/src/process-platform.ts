import { ServiceTokenSigner, type AttachmentLinks, type FieldCipher, type Keys } from '@property-office/access';
import { Seals } from '@property-office/audit';
import type { NatsConnectionProvider, Topology } from '@property-office/messaging';
import type { ServiceSchema } from '@property-office/persistence';
import type { PlatformConfiguration } from '@property-office/service-kit';
import type { Logger } from 'pino';
import type { InternalTransport } from './internal/internal-transport';
import type { Platform } from './platform';
import { ServiceRuntime, type RuntimeParts } from './service-runtime';

/** Where a test moves the time, hours pass at once: it should not wait for the next look at each timer on the way. */
const timersEveryMsOfTests = 100;

/** The platform of a running process. */
export class ProcessPlatform implements Platform {
  private readonly runtimesByName = new Map<string, ServiceRuntime>();
  private readonly signersByName = new Map<string, ServiceTokenSigner>();
  private cipher: FieldCipher | undefined;
  private links: AttachmentLinks | undefined;
  private ownSeals: Seals | undefined;

  constructor(
    private readonly parts: {
      configuration: PlatformConfiguration;
      keys: Keys;
      databaseUrlOf: (service: string) => string;
      nats: NatsConnectionProvider;
      topology: Topology;
      internalTransport: InternalTransport;
      log: Logger;
      absorbed?: RuntimeParts['absorbed'];
    },
  ) {}

  get configuration(): PlatformConfiguration {
    return this.parts.configuration;
  }

  get fieldCipher(): FieldCipher {
    return (this.cipher ??= this.parts.keys.fieldCipher());
  }

  get attachmentLinks(): AttachmentLinks {
    return (this.links ??= this.parts.keys.attachmentLinks());
  }

  get seals(): Seals {
    return (this.ownSeals ??= new Seals(this.parts.keys.auditSigning()));
  }

  get internalTransport(): InternalTransport {
    return this.parts.internalTransport;
  }

  serviceTokensOf(service: string): ServiceTokenSigner {
    let signer = this.signersByName.get(service);
    if (!signer) {
      signer = new ServiceTokenSigner(service, this.parts.keys.serviceSigning(service));
      this.signersByName.set(service, signer);
    }
    return signer;
  }

  get runtimes(): ServiceRuntime[] {
    return [...this.runtimesByName.values()];
  }

  runtimeOf(schema: ServiceSchema): ServiceRuntime {
    let runtime = this.runtimesByName.get(schema.service);
    if (!runtime) {
      const { configuration, databaseUrlOf, ...shared } = this.parts;
      runtime = new ServiceRuntime({
        ...shared,
        schema,
        databaseUrl: databaseUrlOf(schema.service),
        timersEveryMs: configuration.testClock ? timersEveryMsOfTests : undefined,
      });
      this.runtimesByName.set(schema.service, runtime);
    }
    return runtime;
  }
}
