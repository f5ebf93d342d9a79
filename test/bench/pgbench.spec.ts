type Run = (command: string, args: string[]) => void;
const { requirePgbench } = jest.requireActual<{ requirePgbench(run: Run): void }>('./pgbench');

/** What is run on a machine that has pgbench, or has not. */
function runOn({ installed }: { installed: boolean }): string[] {
  const ran: string[] = [];
  requirePgbench((command, args) => {
    ran.push([command, ...args].join(' '));
    if (command === 'pgbench' && !installed) throw new Error('ENOENT');
  });
  return ran;
}

test('a bare machine has its package lists fetched before pgbench is installed; one that has it installs nothing', () => {
  expect(runOn({ installed: true })).toEqual(['pgbench --version']);
  expect(runOn({ installed: false })).toEqual(['pgbench --version', 'apt-get update', 'apt-get install -y postgresql-contrib']);
});
