import { anybody, may, signedIn, type Permission } from '../permission';
import { staff } from './role-groups';

export const filesPermissions = {
  'files.upload': signedIn,
  // Bundles of paper are scanned by whoever works there.
  'files.uploadScan': may({ site: [...staff, 'importer'] }),
  // The uploader's session or a link signed for five minutes: files checks which.
  'files.download': anybody,
  // Who holds the pass of a visit to a public place: files checks it, and how many.
  'files.uploadVisitorPhoto': anybody,
} as const satisfies Record<string, Permission>;
