import { maskName, maskPhone } from './masks';

test.each([
  ['13800130000', '138****0000'],
  ['01012345678', '010****5678'],
  ['62345678', '623****78'],
  ['87654321', '876****21'],
  ['10086', '****86'],
  ['95598', '****98'],
  ['+85291234567', '+85****4567'],
])('telephone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['王芳', '王*'],
  ['欧阳锋', '欧**'],
  ['欧阳娜娜', '欧***'],
  ['Jane Smith', 'J***'],
  ['李', '李*'],
])('name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
