import { maskName, maskPhone } from './masks';

describe('a contact as most people see it (G7)', () => {
  it.each([
    ['13800000000', '138****0000'],
    ['01012345678', '010****5678'],
    ['87654321', '876****21'],
    ['10086', '****86'],
  ])('%s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it.each([
    ['王敏', '王*'],
    ['王', '王*'],
    ['欧阳娜娜', '欧***'],
  ])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked));
});
