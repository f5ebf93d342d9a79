import { productSources, projectOf, type SourceFile } from '../source-file';

/** What the sources of a service show when it uses keys of a kind. */
const signs = { field: /\bFieldCipher\b|\bsealed: \[/, attachment: /\bAttachmentLinks\b|\bVisitorPasses\b/ };

/** Services whose list of key holders differs from what their sources use: a key they lack, or one they should not see. */
export function keyHolderViolations(
  files: readonly SourceFile[],
  services: readonly string[],
  holders: Readonly<Record<keyof typeof signs, readonly string[]>>,
): string[] {
  const sources = productSources(files).filter(({ path }) => path.startsWith('apps/'));
  return (Object.keys(signs) as Array<keyof typeof signs>).flatMap((kind) => {
    const using = services.filter((service) => sources.some(({ path, text }) => projectOf(path) === service && signs[kind].test(text)));
    return [
      ...using.filter((service) => !holders[kind].includes(service)).map((service) => `${service} uses ${kind} keys and does not get them`),
      ...holders[kind].filter((service) => !using.includes(service)).map((service) => `${service} gets ${kind} keys and does not use them`),
    ];
  });
}
