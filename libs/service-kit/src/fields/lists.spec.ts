import { newId } from '@property-office/kernel';
import { Ids } from './ids';
import { Texts, WholeNumbers } from './lists';
import { readDto } from './read-dto';

class Parcel {
  @Texts({ label: { zh: '收件人', en: 'recipients' }, max: 5, atLeast: 1, atMost: 2 })
  recipients!: string[];

  @WholeNumbers({ label: { zh: '份号', en: 'numbers' }, min: 1, max: 9, atMost: 3, optional: true })
  numbers?: number[];
}

const refused = expect.objectContaining({ code: 'invalid-fields' });

it('takes several texts, without what is around them', () => {
  expect(readDto(Parcel, { recipients: [' 社区 ', '业委会'] }, 'body')).toEqual({ recipients: ['社区', '业委会'] });
  expect(readDto(Parcel, { recipients: ['社区'], numbers: [3, 1] }, 'body')).toEqual({ recipients: ['社区'], numbers: [3, 1] });
});

it.each([[[]], [['社区', ' 社区']], [['a', 'b', 'c']], [['一二三四五六']], [['']], [[1]], ['社区'], [[['社区']]], [null], [undefined]])('refuses %j as texts', (recipients) => {
  expect(() => readDto(Parcel, { recipients }, 'body')).toThrow(refused);
});

it.each([[[0]], [[10]], [[1.5]], [['1']], [[1, 1]], [[1, 2, 3, 4]], [1], [[[1]]], [null]])('refuses %j as numbers', (numbers) => {
  expect(() => readDto(Parcel, { recipients: ['社区'], numbers }, 'body')).toThrow(refused);
});

class Round {
  @Ids({ label: { zh: '房屋', en: 'homes' }, min: 1, max: 2 })
  homeIds!: string[];
}

it('takes as many ids as it says, each once', () => {
  const [one, other, third] = [newId(), newId(), newId()];
  expect(readDto(Round, { homeIds: [one.toUpperCase(), other] }, 'body')).toEqual({ homeIds: [one, other] });
  for (const homeIds of [[], [one, one], [one, other, third], ['a'], one, null]) expect(() => readDto(Round, { homeIds }, 'body')).toThrow(refused);
});
