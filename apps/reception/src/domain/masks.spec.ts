import { maskName, maskPhone } from './masks';

it.each([
  ['13800000000', '138****0000'],
  ['87654321', '876****21'],
  ['10086', '****86'],
])('%s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

it.each([
  ['王敏', '王*'],
  ['王', '王*'],
  ['欧阳娜娜', '欧***'],
])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked));
