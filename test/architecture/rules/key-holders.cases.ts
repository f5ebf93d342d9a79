import { attachmentKeyHolders, fieldKeyHolders } from '@property-office/backbone';
import { serviceNames } from '@property-office/contracts';
import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { keyHolderViolations } from './key-holders';

it('each service gets the keys it uses', () => {
  expect(keyHolderViolations(checkout(), serviceNames, { field: fieldKeyHolders, attachment: attachmentKeyHolders })).toEqual([]);
});

it('keys that are missing, and keys for nothing', () => {
  const files = filesOf({ 'apps/a/src/x.ts': 'constructor(cipher: FieldCipher) {}', 'apps/b/src/x.ts': 'constructor(links: AttachmentLinks) {}' });
  expect(keyHolderViolations(files, ['a', 'b'], { field: ['b'], attachment: ['b'] })).toEqual([
    'a uses field keys and does not get them',
    'b gets field keys and does not use them',
  ]);
});
