import { requireHands, requireOwn } from './own-work';

const person = { personId: 'technician', crews: ['plumbers'] };

describe('an order is taken on', () => {
  it.each([
    ['of the crew it is with', { crewId: 'plumbers', technicianId: null }],
    ['who was named, of whatever crew', { crewId: 'electricians', technicianId: 'technician' }],
  ])('by somebody %s', (_, order) => {
    expect(() => requireHands(order, person)).not.toThrow();
  });

  it.each([
    ['another crew’s', { crewId: 'electricians', technicianId: null }],
    ['nobody’s', { crewId: null, technicianId: null }],
  ])('by nobody where it is %s', (_, order) => {
    expect(() => requireHands(order, person)).toThrow('not yours to see');
  });
});

it('a technician does not act on what is a colleague’s; their lead may', () => {
  const order = { technicianId: 'colleague' };
  expect(() => requireOwn(order, { personId: 'technician', role: 'technician' })).toThrow('another technician');
  expect(() => requireOwn(order, { personId: 'lead', role: 'crew-lead' })).not.toThrow();
});
