import { complaintKinds } from '@property-office/contracts';
import { majorByRule, manyHouseholds } from './major';

const ordinary = { kind: 'cleaning', channel: 'portal', injuryOrSafety: false, households: 1 } as const;

describe('a major complaint by rule (R1.4, W2.3)', () => {
  it.each([
    ['injury or safety', { injuryOrSafety: true }, 'injury-or-safety'],
    ['a matter of safety', { kind: 'safety' }, 'injury-or-safety'],
    ['five households on one matter', { households: manyHouseholds }, 'five-households'],
    ['media', { channel: 'media' }, 'media'],
    ['the hotline', { channel: 'hotline' }, 'hotline'],
    ['theft by staff', { kind: 'theft' }, 'theft'],
    ['a bribe', { kind: 'bribe' }, 'bribe'],
    ['violence by staff', { kind: 'violence' }, 'violence'],
  ] as const)('is %s', (_, more, reason) => {
    expect(majorByRule({ ...ordinary, ...more })).toEqual([reason]);
  });

  it('is not what is none of these, nor what four households complain of', () => {
    expect(majorByRule({ ...ordinary, households: 4 })).toEqual([]);
    expect(complaintKinds.filter((kind) => majorByRule({ ...ordinary, kind }).length > 0)).toEqual(['safety', 'theft', 'bribe', 'violence']);
  });

  it('says each reason once', () => {
    expect(majorByRule({ ...ordinary, kind: 'safety', injuryOrSafety: true, channel: 'hotline' })).toEqual(['injury-or-safety', 'hotline']);
  });
});
