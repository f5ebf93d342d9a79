import type { DynamicModule, Type } from '@nestjs/common';
import type { ServiceName } from '@property-office/contracts';
import type { StateMachine } from '@property-office/kernel';
import type { ServiceSchema } from '@property-office/persistence';
import { BackboneModule } from './backbone.module';
import type { Platform } from './platform';

/** A service as a process takes it in: what it keeps, and the module with its routes and reactions. */
export interface ServiceDefinition {
  name: ServiceName;
  schema: ServiceSchema;
  /** Its providers find the platform's parts of this service by class: see `BackboneModule`. */
  module: Type;
  /** Reads some encrypted values of its schema as `sealed`: looked at when the process starts. */
  sealedSample?: string;
  /** Of its aggregates, for the documents. */
  stateMachines?: readonly StateMachine[];
}

/** The service's module with the platform's parts of its own. */
export function mounted({ module, schema }: ServiceDefinition, platform: Platform): DynamicModule {
  return { module, imports: [BackboneModule.forService(schema, platform)] };
}
