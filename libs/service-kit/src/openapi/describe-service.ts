import type { DynamicModule, Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { pino } from 'pino';
import { Metrics } from '../process/metrics';
import { ProcessModule } from '../process/process-module';
import { Readiness } from '../process/readiness';
import { Shutdown } from '../process/shutdown';
import { completeOperation } from './complete-operation';
import { assertDistinctModels } from './distinct-models';
import { documentFrame } from './document-frame';
import { operationsOf } from './operations-of';
import { problemComponents } from './problem-components';
import { usedComponents } from './used-components';

/**
 * The OpenAPI 3.1 document of one service, made from its decorators alone: no provider is made, nothing is connected.
 * Internal routes are not part of it.
 * @param name the service, which becomes `x-owner` and tag of its operations
 * @throws Error for two models of one name and for a route without `@Operation`
 */
export async function describeService(module: Type | DynamicModule, name: string): Promise<OpenAPIObject> {
  const app = await previewOf(module);
  try {
    assertDistinctModels(controllersOf(app));
    const document = SwaggerModule.createDocument(app, documentFrame, { autoTagControllers: false });
    for (const path of Object.keys(document.paths)) {
      if (path.startsWith('/internal/')) delete document.paths[path];
    }
    const schemas = document.components?.schemas ?? {};
    for (const operation of operationsOf(document)) completeOperation(operation, name, schemas);
    document.tags = [{ name, description: `Operations owned by ${name}` }];
    const components = { ...document.components, ...problemComponents(schemas) };
    return { ...document, components: usedComponents(document.paths, components) };
  } finally {
    await app.close();
  }
}

function previewOf(module: Type | DynamicModule): Promise<NestFastifyApplication> {
  const log = pino({ level: 'silent' });
  const parts = {
    name: 'description',
    configuration: {},
    log,
    metrics: new Metrics(),
    readiness: new Readiness(),
    shutdown: new Shutdown(log),
  };
  const root: DynamicModule = { module: DescribedModule, imports: [ProcessModule.with(parts), module] };
  return NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
}

function controllersOf(app: NestFastifyApplication): Type[] {
  return [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype as Type);
}

class DescribedModule {}
