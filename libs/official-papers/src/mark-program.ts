import { dirname, extname, join } from 'node:path';
import { faces } from './faces';

/**
 * Marks a PDF in a process of its own, which whoever runs it bounds: twenty-five megabytes of PDF may unpack to anything. Names of people
 * go in by its input, where nobody else on the machine reads them.
 */
export const markProgram = {
  program: join(__dirname, `mark-process${extname(__filename)}`),
  args: [faces.text],
  /** Itself, and the packages it works with. */
  reads: [`${__dirname}/`, `${dirname(dirname(require.resolve('pdf-lib/package.json')))}/`],
  inputOf: (pdf: Uint8Array, mark: string): Buffer => Buffer.concat([Buffer.from(`${JSON.stringify(mark)}\n`), pdf]),
  /** It ends with: 0: what it wrote is the marked PDF. */
  unmarkable: 3,
};
