import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The committed API document (docs/openapi.json): the contract, and the door's route table. */
export function readApiDocument(): OpenAPIObject {
  return JSON.parse(readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8')) as OpenAPIObject;
}
