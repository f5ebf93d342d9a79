import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const register = join(__dirname, '..', '..', '..', '..', 'libs', 'testing', 'register-typescript.js');

/** In a process of its own: only there is anything loaded late. */
const loads = `
  const { ImageConverter } = require(${JSON.stringify(join(__dirname, 'image-converter.ts'))});
  const isLoaded = () => Object.keys(require.cache).some((file) => file.includes('/node_modules/sharp/'));
  const before = isLoaded();
  new ImageConverter().onModuleInit().then(() => console.log(JSON.stringify({ before, ready: isLoaded() })));
`;

it('has loaded its library when the service is ready: no photo waits for it', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', register, '-e', loads], { encoding: 'utf8' });
  expect([stdout.trim(), stderr]).toEqual(['{"before":false,"ready":true}', '']);
});
