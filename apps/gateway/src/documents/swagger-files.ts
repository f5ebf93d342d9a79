import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const read = new Map<string, Buffer>();

/** A file of the swagger-ui-dist package, read when it is first asked for. */
export function swaggerFile(name: 'swagger-ui.css' | 'swagger-ui-bundle.js'): Buffer {
  let content = read.get(name);
  if (!content) {
    content = readFileSync(join(dirname(require.resolve('swagger-ui-dist/package.json')), name));
    read.set(name, content);
  }
  return content;
}
