// Reads manifests as JSON from standard input and writes what is wrong with their types and required fields, as JSON: each is
// validated by its class of kubernetes-models, or of the sibling for its custom resource. These are ES modules that Jest cannot load.
const siblings = {
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

async function modelOf(apiVersion, kind, data) {
  // Of the plugin of CloudNativePG, for which there is no sibling: its configuration is what the operator had itself before.
  if (kind === 'ObjectStore') {
    const { BarmanObjectStoreConfiguration } = await import('@kubernetes-models/cloudnative-pg/github.com/cloudnative-pg/barman-cloud/pkg/api/BarmanObjectStoreConfiguration');
    return { Model: BarmanObjectStoreConfiguration, data: data.spec.configuration };
  }
  const { [kind]: Model } = await import(`${siblings[apiVersion.split('/')[0]] ?? 'kubernetes-models'}/${apiVersion}/${kind}`);
  return { Model, data };
}

async function faultsOf({ apiVersion, kind, ...rest }) {
  const where = `${kind} ${rest.metadata?.name}`;
  try {
    const { Model, data } = await modelOf(apiVersion, kind, rest);
    new Model(data).validate();
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
