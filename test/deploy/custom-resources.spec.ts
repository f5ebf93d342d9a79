import { parseAllDocuments } from 'yaml';
import { CustomResources, definedResources } from './custom-resources';
import { manifestsIn } from './manifests';

/** As `kubectl get crd -o yaml` has it, of every kind of thing that schemas of operators say. */
const definitions = `
kind: List
items:
  - kind: CustomResourceDefinition
    spec:
      group: example.cn
      names: { kind: Boiler }
      versions:
        - name: v1
          served: true
          schema:
            openAPIV3Schema:
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  required: [mode, replicas]
                  properties:
                    mode: { type: string, enum: [winter, summer] }
                    replicas: { type: integer, minimum: 1, default: 1, format: int32 }
                    port: { x-kubernetes-int-or-string: true }
                    room: { anyOf: [{ type: integer }, { type: string }], x-kubernetes-int-or-string: true, pattern: '^[0-9]+(Mi|Gi)$' }
                    noise: { type: string, pattern: '^(?i)(loud|quiet)?$' }
                    labels: { type: object, additionalProperties: { type: string } }
                    anything: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: { size: { type: integer } } }
                    valves: { type: array, items: { type: object, properties: { name: { type: string } } } }
                    closed: { type: boolean, nullable: true }
                    made/by: { type: object, properties: { name: { type: string } } }
        - name: v0
          served: false
          schema: { openAPIV3Schema: { type: object } }
  - kind: Namespace
`;
const known = new CustomResources(definedResources(parseAllDocuments(definitions).map((document) => document.toJS() as unknown)));
const boiler = (spec: string, version = 'v1') => manifestsIn(`{ apiVersion: example.cn/${version}, kind: Boiler, metadata: { name: it, labels: { a: b } }, spec: ${spec} }`);
const faultsOf = (spec: string): string[] => [...known.typeFaults(boiler(spec)), ...known.unknownFields(boiler(spec))];

it('takes what the definition takes: defaults, either type, labels of any name, and what it leaves open', () => {
  for (const spec of ['{ mode: winter }', '{ mode: winter, port: http, noise: Loud }', '{ mode: winter, port: 80, room: 5Gi }', '{ mode: summer, labels: { any: x }, anything: { deep: { down: 1 } }, closed: null }'])
    expect(faultsOf(spec)).toEqual([]);
});

it.each([
  ['a field that nobody knows', '{ mode: winter, mod: x }', 'Boiler it.spec.mod is no field'],
  ['one within a list', '{ mode: winter, valves: [{ name: a }, { naem: b }] }', 'Boiler it.spec.valves[1].naem is no field'],
  ['one below a name with a slash', '{ mode: winter, made/by: { nam: b } }', 'Boiler it.spec.made/by.nam is no field'],
  ['a missing field', '{ replicas: 2 }', "Boiler it: data/spec must have required property 'mode'"],
  ['another value', '{ mode: spring }', 'Boiler it: data/spec/mode must be equal to one of the allowed values: winter, summer'],
  ['another type', '{ mode: winter, replicas: two }', 'Boiler it: data/spec/replicas must be integer'],
  ['too small a number', '{ mode: winter, replicas: 0 }', 'Boiler it: data/spec/replicas must be >= 1'],
  ['another pattern', '{ mode: winter, room: lots }', 'Boiler it: data/spec/room must match pattern "^[0-9]+(Mi|Gi)$"'],
  ['another pattern, of either case', '{ mode: winter, noise: LOUDER }', 'Boiler it: data/spec/noise must match pattern "^(?i)(loud|quiet)?$"'],
  ['a list where either a number or a word is asked for', '{ mode: winter, port: [80] }', 'Boiler it: data/spec/port must match a schema in anyOf'],
  ['labels that are no words', '{ mode: winter, labels: { any: 1 } }', 'Boiler it: data/spec/labels/any must be string'],
  ['a wrong type within what is left open', '{ mode: winter, anything: { size: x } }', 'Boiler it: data/spec/anything/size must be integer'],
])('tells %s', (_, spec, fault) => {
  expect(faultsOf(spec)).toContain(fault);
});

it('knows the versions that are served, and no others', () => {
  expect(['v1', 'v0', 'v2'].map((version) => known.know(boiler('{}', version)[0]!))).toEqual([true, false, false]);
  expect(() => known.typeFaults(boiler('{}', 'v2'))).toThrow('nothing is known of example.cn/v2 Boiler');
});
