import { contactStates } from './contact-states';
import { enquiryState } from './enquiry-status';

it('tells a resident whether the desk has taken their enquiry, not who has it', () => {
  expect(contactStates.map((state) => enquiryState(state, null))).toEqual(['in-hand', 'in-hand', 'answered', 'guided-elsewhere', 'converted']);
  expect(enquiryState('offered', 'desk')).toBe('received');
  expect(enquiryState('offered', 'desk-lead')).toBe('in-hand');
});
