// Reads manifests as JSON from standard input and writes what is wrong with their types and required fields, as JSON: each is
// validated by its class of kubernetes-models, or of the sibling for its custom resource. These are ES modules that Jest cannot load.
const siblings = {
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

async function faultsOf({ apiVersion, kind, ...rest }) {
  const where = `${kind} ${rest.metadata?.name}`;
  try {
    const { [kind]: Model } = await import(`${siblings[apiVersion.split('/')[0]] ?? 'kubernetes-models'}/${apiVersion}/${kind}`);
    new Model(rest).validate();
    return [];
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return [`${where}: nothing is known of ${apiVersion} ${kind}`];
    return [`${where}: ${error.message}`];
  }
}

let text = '';
for await (const chunk of process.stdin) text += chunk;
const faults = [];
for (const manifest of JSON.parse(text)) faults.push(...(await faultsOf(manifest)));
process.stdout.write(JSON.stringify(faults));
