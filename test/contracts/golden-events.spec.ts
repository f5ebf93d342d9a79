import { eventContracts, parseEvent, type EventContract } from '@property-office/contracts';
import { Type } from 'typebox';
import { brokenPromises, goldenEvents } from './golden-events';

const goldens = goldenEvents();

it.each(goldens)('$type: the golden event is understood and loses nothing', ({ text }) => {
  const event = parseEvent(new TextEncoder().encode(text));
  expect(JSON.parse(JSON.stringify(event))).toEqual(JSON.parse(text));
});

it('every event type has a golden event, and keeps what it promised', () => {
  expect(brokenPromises(eventContracts, goldens)).toEqual([]);
});

describe('a changed contract that breaks with yesterday', () => {
  const type = 'shop.sold.v1';
  const contract = (fields: Record<string, unknown>, aggregate = 'sale'): Record<string, EventContract> => ({
    [type]: {
      producer: 'tickets',
      aggregate,
      summary: 'Sold.',
      data: Type.Object(fields as Record<string, ReturnType<typeof Type.String>>),
    },
  });
  const data = { what: 'tap', price: { cents: 5 }, notes: [{ text: 'cash' }] };
  const golden = [{ type, text: JSON.stringify({ type, source: '/tickets', aggregatetype: 'sale', data }) }];
  const fields = {
    what: Type.String(),
    price: Type.Object({ cents: Type.Integer() }),
    notes: Type.Array(Type.Object({ text: Type.String() })),
  };

  it.each([
    ['nothing changed', contract(fields), []],
    [
      'a new optional field that no golden has',
      contract({ ...fields, by: Type.Optional(Type.String()) }),
      [`${type}: data.by is in no golden event; npm run generate adds one`],
    ],
    [
      'a new optional field deep inside',
      contract({ ...fields, notes: Type.Array(Type.Object({ text: Type.String(), at: Type.Optional(Type.String()) })) }),
      [`${type}: data.notes[].at is in no golden event; npm run generate adds one`],
    ],
    [
      'a new required field',
      contract({ ...fields, by: Type.String() }),
      [
        `${type}: data must have required properties by`,
        `${type}: data.by is in no golden event; npm run generate adds one`,
      ],
    ],
    ['another type', contract({ ...fields, what: Type.Integer() }), [`${type}: data/what must be integer`]],
    [
      'a field taken away',
      contract({ what: fields.what, notes: fields.notes }),
      [`${type}: data.price is no longer part of the contract`],
    ],
    [
      'a nested field renamed',
      contract({ ...fields, price: Type.Object({ fen: Type.Optional(Type.Integer()) }) }),
      [
        `${type}: data.price.cents is no longer part of the contract`,
        `${type}: data.price.fen is in no golden event; npm run generate adds one`,
      ],
    ],
    [
      'a field of a list renamed',
      contract({ ...fields, notes: Type.Array(Type.Object({})) }),
      [`${type}: data.notes[].text is no longer part of the contract`],
    ],
    ['another aggregate', contract(fields, 'deal'), [`${type}: aggregatetype has become deal`]],
    ['the type dropped', {}, [`${type}: was announced once and is no longer understood`]],
  ])('%s', (_, contracts, expected) => {
    expect(brokenPromises(contracts, golden)).toEqual(expected);
  });

  it('a field that came later, and is shown by a second golden', () => {
    const later = { type, text: JSON.stringify({ type, source: '/tickets', aggregatetype: 'sale', data: { ...data, by: 'card' } }) };
    const widened = contract({ ...fields, by: Type.Optional(Type.String()) });
    expect(brokenPromises(widened, [...golden, later])).toEqual([]);
    expect(brokenPromises(contract(fields), [...golden, later])).toEqual([`${type}: data.by is no longer part of the contract`]);
  });

  it('a type without a golden event', () => {
    expect(brokenPromises(contract(fields), [])).toEqual([
      `${type}: has no golden event; npm run generate makes one`,
    ]);
  });
});
