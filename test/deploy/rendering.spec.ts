import { stale } from '../../scripts/manifests';

it('what is rendered is what the overlays say', () => {
  const { how, names } = stale();
  if (how.startsWith('NOT RENDERED')) process.stderr.write(`\n*** deploy/kubernetes: ${how} ***\n\n`);
  expect({ how, stale: names }).toEqual({ how, stale: [] });
});
