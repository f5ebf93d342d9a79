/** What a complaint is about (W2.3). Names and what follows from a kind are the service's own. */
export const complaintKinds = [
  'attitude',
  'repair-work',
  'cleaning',
  'greening',
  'security',
  'facility',
  'noise',
  'neighbour',
  'parking',
  'privacy',
  'safety',
  'theft',
  'bribe',
  'violence',
  'other',
] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** How it came: one from the hotline carries the hotline's own number and deadline. */
export const complaintChannels = ['portal', 'desk', 'staff', 'contact', 'hotline', 'media'] as const;
export type ComplaintChannel = (typeof complaintChannels)[number];

export const complaintDecisions = ['ours', 'partly-ours', 'not-ours', 'unfounded'] as const;
export type ComplaintDecision = (typeof complaintDecisions)[number];

/** Why a complaint is a major one (R1.4, W2.3). */
export const majorReasons = ['injury-or-safety', 'five-households', 'media', 'hotline', 'theft', 'bribe', 'violence', 'by-hand'] as const;
export type MajorReason = (typeof majorReasons)[number];

/** What a desk ticks that hears of a complaint; what follows is the service's own (W2.3). */
export const complaintSigns = ['injury', 'safety', 'media', 'hotline', 'theft', 'bribe', 'violence', 'attitude'] as const;
export type ComplaintSign = (typeof complaintSigns)[number];
