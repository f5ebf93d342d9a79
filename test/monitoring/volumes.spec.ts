import { writtenFolders } from '@property-office/backbone';
import { podOf, rendered } from '../deploy/manifests';

/** Where pods of long life have something mounted below DATA_DIR, which is /data in all of them. */
const mountedIn = (overlay: string): string[] =>
  rendered()
    .get(overlay)!
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap((manifest) => podOf(manifest)!.spec.containers)
    .flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ mountPath }) => mountPath))
    .filter((path) => path.startsWith('/data'));

it.each(['production', 'production-s3', 'one-node'])('in %s whatever is mounted where processes write is a folder whose disk they measure', (overlay) => {
  const mounted = new Set(mountedIn(overlay));
  expect([...mounted].sort()).toEqual(['/data/audit-heads', '/data/destruction-register', '/data/files']);
  expect([...mounted].filter((path) => !writtenFolders.some((folder) => path === `/data/${folder}`))).toEqual([]);
});
