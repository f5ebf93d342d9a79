import type { DynamicModule, Type } from '@nestjs/common';
import type { ServiceName } from '@property-office/contracts';
import type { StateMachine } from '@property-office/kernel';
import type { ServiceSchema } from '@property-office/persistence';
import { BackboneModule } from './backbone.module';
import type { Platform } from './platform';
import type { SealedColumn } from './sealed-columns';

/** A service as a process takes it in: what it keeps, and the module with its routes and reactions. */
export interface ServiceDefinition {
  name: ServiceName;
  schema: ServiceSchema;
  /** Its providers find the platform's parts of this service by class: see `BackboneModule`. */
  module: Type;
  /** Every column of encrypted values: some are looked at when the process starts, all are sealed anew when keys are rotated. */
  sealed?: readonly SealedColumn[];
  /** Of its aggregates, for the documents. */
  stateMachines?: readonly StateMachine[];
}

/** The service's module with the platform's parts of its own. */
export function mounted({ module, schema }: ServiceDefinition, platform: Platform): DynamicModule {
  return { module, imports: [BackboneModule.forService(schema, platform)] };
}
