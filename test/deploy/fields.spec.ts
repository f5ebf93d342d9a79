import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { vendoredResources } from './custom-resources';
import { typeFaults, unknownFields } from './known-fields';
import { manifestsIn, rendered, root } from './manifests';

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };

const overlays = [...rendered()];

it.each(overlays)('%s has types and required fields as Kubernetes and its operators have them', (_, manifests) => {
  expect(manifests.length).toBeGreaterThan(2);
  expect(typeFaults(manifests)).toEqual([]);
});

it.each(overlays)('%s has no field that nobody knows', (_, manifests) => {
  expect(unknownFields(manifests)).toEqual([]);
});

it('deploy/README.md brings the database back to an earlier moment by fields and names that there are', () => {
  const said = parse(/```yaml\n(bootstrap:[\s\S]*?)```/.exec(readFileSync(join(root, 'deploy/README.md'), 'utf8'))![1]!) as Recovery;
  const production = rendered().get('production')!;
  const cluster = production.find(({ kind }) => kind === 'Cluster')!;
  const { bootstrap, plugins } = cluster.spec as { bootstrap: { initdb: object }; plugins: Array<{ name: string; parameters: object }> };
  const { initdb, recovery } = said.bootstrap;
  expect(initdb).toBeNull();
  const moved = [{ ...plugins[0]!, parameters: { ...plugins[0]!.parameters, serverName: 'office-database-2' } }];
  const back = [{ ...cluster, spec: { ...cluster.spec, ...said, bootstrap: { recovery }, plugins: moved } }];
  expect([typeFaults(back), unknownFields(back)]).toEqual([[], []]);
  const { database, owner, secret, source } = recovery;
  expect(bootstrap.initdb).toMatchObject({ database, owner, secret });
  const before = said.externalClusters.find(({ name }) => name === source)!;
  expect(before.plugin).toEqual({ name: plugins[0]!.name, parameters: { ...plugins[0]!.parameters, serverName: cluster.metadata.name } });
});

interface Recovery {
  bootstrap: { initdb: null; recovery: { database: string; owner: string; secret: object; source: string } };
  externalClusters: Array<{ name: string; plugin: { name: string; parameters: object } }>;
}

const broken = manifestsIn(`
apiVersion: v1
kind: Service
metadata: { name: wrong-type }
spec: { ports: [{ port: http }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: misspelt }
spec: { maxUnavailabel: 1 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: misspelt-within }
spec:
  selector: {}
  template: { spec: { containers: [{ name: process, readinesProbe: {} }] } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: without-selector }
spec: { template: { spec: { containers: [{ name: process }] } } }
---
apiVersion: example.cn/v1
kind: Unheard
metadata: { name: of }
`);

it('a wrong type, a missing field, and a kind nobody knows', () => {
  expect(typeFaults(broken)).toEqual([
    expect.stringMatching(/^Service wrong-type: data\/spec\/ports\/0\/port must be integer/),
    expect.stringMatching(/^Deployment without-selector: data\/spec must have required property selector/),
    'Unheard of: nothing is known of example.cn/v1 Unheard',
  ]);
});

it('fields that are misspelt', () => {
  expect(unknownFields(broken)).toEqual([
    'PodDisruptionBudget misspelt.spec.maxUnavailabel is no field',
    'Deployment misspelt-within.spec.template.spec.containers[0].readinesProbe is no field',
    'Unheard of: nothing is known of V1Unheard',
  ]);
});

describe('custom resources', () => {
  const custom = (kind: string, spec: string, apiVersion = 'postgresql.cnpg.io/v1') => manifestsIn(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: it }, spec: ${spec} }`);

  it('whose field is misspelt, at any depth', () => {
    expect(unknownFields(custom('Cluster', '{ instances: 1, storage: { size: 1Gi }, bootstrap: { initdb: { localeCtype: C.UTF-8 } }, plugins: [{ name: a, walArchiver: true }] }'))).toEqual([
      'Cluster it.spec.bootstrap.initdb.localeCtype is no field',
      'Cluster it.spec.plugins[0].walArchiver is no field',
    ]);
    expect(unknownFields(custom('PodMonitor', '{ selector: { matchLabel: {} }, podMetricsEndpoints: [{ prot: http }] }', 'monitoring.coreos.com/v1'))).toEqual([
      'PodMonitor it.spec.podMetricsEndpoints[0].prot is no field',
      'PodMonitor it.spec.selector.matchLabel is no field',
    ]);
    expect(unknownFields(manifestsIn('{ apiVersion: postgresql.cnpg.io/v1, kind: ScheduledBackup, metadata: { nam: it }, spec: { schedule: x, cluster: { name: y } } }'))).toEqual(['ScheduledBackup undefined.metadata.nam is no field']);
  });

  it('with a missing field, a wrong type and a value that is none', () => {
    const faults = typeFaults([
      ...custom('ObjectStore', '{ configuration: { endpointURL: https://s3.example.cn } }', 'barmancloud.cnpg.io/v1'),
      ...custom('ObjectStore', '{ configuration: { destinationPath: s3://a }, retentionPolicy: a month }', 'barmancloud.cnpg.io/v1'),
      ...custom('ScheduledBackup', '{ cluster: { name: a }, schedule: 5, method: plugins }'),
    ]);
    expect(faults).toEqual(
      expect.arrayContaining([
        "ObjectStore it: data/spec/configuration must have required property 'destinationPath'",
        expect.stringMatching(/^ObjectStore it: data\/spec\/retentionPolicy must match pattern/),
        'ScheduledBackup it: data/spec/schedule must be string',
        expect.stringMatching(/^ScheduledBackup it: data\/spec\/method must be equal to one of the allowed values/),
      ]),
    );
  });

  it('are judged by schemas of the versions that are installed', () => {
    const versions = vendoredResources().map(({ from, version }) => [from, version]);
    expect(Object.fromEntries(versions)).toEqual(Object.fromEntries(Object.entries(devDependencies).filter(([name]) => name.startsWith('@kubernetes-models/'))));
  });

  it('the alerts are rules as the Prometheus operator takes them', () => {
    for (const file of ['alerts', 'cluster', 'engines', 'replicas']) {
      const rules = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: file }, spec: parse(readFileSync(join(root, `deploy/monitoring/${file}.yaml`), 'utf8')) as Record<string, unknown> };
      expect([typeFaults([rules]), unknownFields([rules])]).toEqual([[], []]);
    }
    expect(unknownFields(custom('PrometheusRule', '{ groups: [{ name: a, rules: [{ expr: up, For: 1m }] }] }', 'monitoring.coreos.com/v1'))).toEqual(['PrometheusRule it.spec.groups[0].rules[0].For is no field']);
  });
});
