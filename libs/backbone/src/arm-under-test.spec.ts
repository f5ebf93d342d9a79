import { faultPoint } from '@property-office/outbox';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { armUnderTest } from './arm-under-test';

const opened = (env: Record<string, string>): void => armUnderTest(readConfiguration({ DATA_DIR: 'nowhere', ...env }, platformVariables));

it('without the test clock FAULT_POINTS does nothing, whatever it says', async () => {
  opened({ FAULT_POINTS: 'relay.midBatch=throw' });
  opened({ FAULT_POINTS: 'relay.midBatch=throw', TEST_CLOCK: '0' });
  expect(() => opened({ FAULT_POINTS: 'no such point' })).not.toThrow();
  await faultPoint('relay.midBatch');
});

it('with it the point acts', async () => {
  opened({ FAULT_POINTS: 'relay.midBatch=throw', TEST_CLOCK: '1' });
  await expect(faultPoint('relay.midBatch')).rejects.toThrow('fault point relay.midBatch');
});
