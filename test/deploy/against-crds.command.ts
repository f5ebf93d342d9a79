import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { CustomResources, definedResources } from './custom-resources';
import { nameOf, rendered } from './manifests';

/** Judges what is rendered by the definitions in those files; what they do not define, and is nothing of Kubernetes itself, is said. */
function main(files: readonly string[]): number {
  if (files.length === 0) throw new Error('usage: node test/deploy/against-crds.js FILE … (of CustomResourceDefinitions: an operator’s release, or kubectl get crd NAME … -o yaml)');
  const resources = definedResources(files.flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as unknown)));
  const known = new CustomResources(resources);
  let wrong = 0;
  for (const [overlay, manifests] of rendered()) {
    const customs = manifests.filter(({ apiVersion }) => /\.(?:io|com)\//.test(apiVersion) && !/\.k8s\.io\//.test(apiVersion));
    const judged = customs.filter((each) => known.know(each));
    const faults = [...known.typeFaults(judged), ...known.unknownFields(judged)];
    wrong += faults.length;
    process.stdout.write(`${overlay}: ${judged.map(nameOf).join(', ') || 'none'} judged, ${faults.length} faults\n`);
    for (const each of customs.filter((manifest) => !judged.includes(manifest))) process.stdout.write(`  not judged, as no file defines it: ${nameOf(each)}\n`);
    for (const fault of faults) process.stdout.write(`  ${fault}\n`);
  }
  return wrong === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
