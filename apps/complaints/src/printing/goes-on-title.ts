import type { Localized } from '@property-office/kernel';

/** How a page for whoever complained calls the complaint of the same matter that goes on for theirs. */
export const goesOnTitle: Localized = { zh: '已并入以下投诉', en: 'Merged into this complaint' };
