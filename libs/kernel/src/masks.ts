/** A telephone number as most people see it (G7): 138****0000, 010****78. Of short numbers only the end is left. */
export function maskPhone(phone: string): string {
  const tail = phone.length >= 10 ? 4 : 2;
  const head = phone.length >= 7 ? 3 : 0;
  return `${phone.slice(0, head)}****${phone.slice(-tail)}`;
}

/** A name as most people see it: 王*, 欧**, J***. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 3));
}
