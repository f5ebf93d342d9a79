// Needs NODE_OPTIONS=--experimental-vm-modules (NestJS 12 is ESM only); `npm test` sets it.
const { packedPackages } = require('./test/packed-packages');

/** @type {() => Promise<import('jest').Config>} */
module.exports = async () => ({
  testEnvironment: '<rootDir>/test/packed-environment.js',
  testMatch: ['<rootDir>/{libs,apps}/*/src/**/*.spec.ts', '<rootDir>/{test,scripts}/**/*.spec.ts'],
  transform: { '\\.ts$': ['@swc/jest', { swcrc: true }] },
  moduleNameMapper: {
    ...(await packedPackages()),
    '^@property-office/([^/]+)$': ['<rootDir>/libs/$1/src', '<rootDir>/apps/$1/src'],
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.cache/'],
  watchPathIgnorePatterns: ['<rootDir>/data/'],
  globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
  testSequencer: '<rootDir>/test/long-first.js',
  maxWorkers: 2,
  // Each file leaves some twenty megabytes of modules behind in its worker, which ends at four gigabytes: it is replaced before.
  workerIdleMemoryLimit: '1500MB',
  // Against what hangs; how long something may take is asserted where it is promised.
  testTimeout: 90_000,
});
