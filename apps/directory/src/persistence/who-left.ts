/** SQL: when somebody left (G6), with the last account they had; null: they have one, or never had. */
export const leftAt = (personId: string): string =>
  `(SELECT max(gone.closed_at) FROM account gone WHERE gone.person_id = ${personId} HAVING bool_and(gone.closed_at IS NOT NULL))`;
