import { readDto } from './read-dto';
import { SomeOf } from './some-of';

class Order {
  @SomeOf(['tea', 'water'], { label: { zh: '饮料', en: 'drinks' }, min: 1 })
  drinks!: string[];
}

it('takes some of a closed list, each once', () => {
  expect(readDto(Order, { drinks: ['water', 'tea'] }, 'body')).toEqual({ drinks: ['water', 'tea'] });
});

it.each([[[]], [['tea', 'tea']], [['beer']], ['tea'], [[['tea']]], [null], [undefined]])('refuses %j', (drinks) => {
  expect(() => readDto(Order, { drinks }, 'body')).toThrow(expect.objectContaining({ code: 'invalid-fields' }));
});
