import { typeFaults, unknownFields } from './known-fields';
import { manifestsIn, rendered } from './manifests';

const overlays = [...rendered()];

it.each(overlays)('%s has types and required fields as Kubernetes and its operators have them', (_, manifests) => {
  expect(manifests.length).toBeGreaterThan(2);
  expect(typeFaults(manifests)).toEqual([]);
});

it.each(overlays)('%s has no field that nobody knows', (_, manifests) => {
  expect(unknownFields(manifests)).toEqual([]);
});

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

it('custom resources with a misspelt, a missing and a wrong field', () => {
  const custom = manifestsIn(`
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: misspelt }
spec: { instances: 1, storage: { size: 1Gi }, bootstrap: { initdb: { localeCtype: C.UTF-8 } } }
---
apiVersion: barmancloud.cnpg.io/v1
kind: ObjectStore
metadata: { name: without-path }
spec: { configuration: { endpointURL: https://s3.example.cn } }
`);
  expect(unknownFields(custom)).toEqual([expect.stringMatching(/^Cluster misspelt: .*"localeCtype"/), expect.stringMatching(/^ObjectStore without-path: .*"destinationPath"/)]);
  expect(typeFaults(custom)).toEqual([expect.stringMatching(/^ObjectStore without-path: .*destinationPath/)]);
});
