import { armFaultPoints, faultPoint } from './fault-points';

test('a point does nothing until armed, acts at the passage asked for, and once', async () => {
  await faultPoint('relay.midBatch');
  armFaultPoints('relay.midBatch=throw@2,afterCommit=delay:30');
  await faultPoint('relay.midBatch');
  await expect(faultPoint('relay.midBatch')).rejects.toThrow('fault point relay.midBatch');
  await faultPoint('relay.midBatch');
  await faultPoint('relay.afterRead');
  const begun = performance.now();
  await faultPoint('afterCommit');
  expect(performance.now() - begun).toBeGreaterThanOrEqual(29);
});

test.each(['relay.midBatch', 'relay.midBatch=explode', 'relay.midBatch=kill@', 'relay.midBatch=delay'])(
  '"%s" is refused',
  (text) => {
    expect(() => armFaultPoints(text)).toThrow('FAULT_POINTS');
  },
);

test('a point nobody passes is refused', () => {
  expect(() => armFaultPoints('relay.midbatch=kill')).toThrow('no fault point');
});
