import type { Localized } from '@property-office/kernel';

/** How a page for whoever reported a double calls the request that goes on for it. */
export const goesOnTitle: Localized = { zh: '已并入以下报修，由其继续处理', en: 'Merged into this request, which is being worked on' };
