/** What is done with paper (打印、复印、装订). */
export const printWorks = ['print', 'copy', 'bind'] as const;
export type PrintWork = (typeof printWorks)[number];

export const printSides = ['one', 'two'] as const;
export type PrintSides = (typeof printSides)[number];

/** 不装订、订书钉、胶装、线圈。 */
export const printBindings = ['none', 'staple', 'glue', 'coil'] as const;
export type PrintBinding = (typeof printBindings)[number];
