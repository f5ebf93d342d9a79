import { currentRequest, withRequest } from '../http/request-context';
import { inStep, tellAnswered, tellSteps, type Step } from './steps';

const names = { name: 'work', kind: 'internal', attributes: {} } as const;
const trace = 'a'.repeat(32);
const request = { requestId: 'r', traceparent: `00-${trace}-${'b'.repeat(16)}-01` };
let told: Step[];
beforeEach(() => {
  told = [];
  tellSteps({ record: (step) => void told.push(step) });
});
afterEach(() => tellSteps(undefined));
const here = async (): Promise<string | undefined> => currentRequest()?.traceparent;

it('a step belongs to what it is done within, and what is done within it to the step', async () => {
  let inner: string | undefined;
  const outer = await withRequest(request, () => inStep(names, () => inStep({ ...names, name: 'inner' }, here).then((found) => ((inner = found), here()))));
  expect(told.map(({ name, parent, traceparent, failed }) => [name, parent, traceparent, failed])).toEqual([
    ['inner', outer, inner, false],
    ['work', request.traceparent, outer, false],
  ]);
  expect([outer, inner].every((each) => each!.startsWith(`00-${trace}-`))).toBe(true);
  expect(new Set([request.traceparent, outer, inner]).size).toBe(3);
});

it('a step that fails is told to have failed, and not why', async () => {
  await expect(withRequest(request, () => inStep(names, () => Promise.reject(new Error('张三 13800000000'))))).rejects.toThrow('张三');
  expect(told).toMatchObject([{ name: 'work', failed: true }]);
  expect(JSON.stringify(told)).not.toContain('张三');
});

it('who begins a trace decides whether it is recorded', async () => {
  const unwanted = { ...request, traceparent: request.traceparent.replace(/01$/, '00') };
  await withRequest(unwanted, () => inStep(names, here));
  tellAnswered(names, unwanted, 5, false);
  expect(told).toEqual([]);
});

it('where nobody is told, work is done as if there were no steps', async () => {
  tellSteps(undefined);
  expect(await withRequest(request, () => inStep(names, here))).toBe(request.traceparent);
  tellAnswered(names, request, 5, false);
});
