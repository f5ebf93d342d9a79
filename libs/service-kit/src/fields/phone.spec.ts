import { Phone } from './phone';
import { readDto } from './read-dto';

class Call {
  @Phone({ label: { zh: '联系电话', en: 'telephone number' } })
  phone!: string;
}

const read = (phone: string) => readDto(Call, { phone }, 'body').phone;

describe('a telephone number', () => {
  it.each([
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['138.1234.5678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['\u202d13812345678\u202c', '13812345678'],
    ['1381234\u200b5678', '13812345678'],
    ['tel:13812345678', '13812345678'],
    ['+86 138 1234 5678', '+8613812345678'],
    ['(010) 8765–4321', '01087654321'],
    ['400-800-8820', '4008008820'],
    ['12345', '12345'],
    ['+1 617 555 0123', '+16175550123'],
  ])('is taken as people write it: %j', (written, taken) => {
    expect(read(written)).toBe(taken);
  });

  it.each(['1381234567', '138123456789', '+861381234567', '000000', '11111111111', '1234', 'phone'])('is refused: %j', (written) => {
    expect(() => read(written)).toThrow(expect.objectContaining({ code: 'invalid-fields' }));
  });
});
