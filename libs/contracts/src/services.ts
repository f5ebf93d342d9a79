/** Every service of the product that has its own schema and routes, in the order they are mounted. */
export const serviceNames = ['directory', 'files', 'reception', 'tickets', 'dispatch', 'tracking', 'followups', 'complaints', 'documents', 'archives', 'notifications'] as const;
export type ServiceName = (typeof serviceNames)[number];
