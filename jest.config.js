// Needs NODE_OPTIONS=--experimental-vm-modules (NestJS 12 is ESM only); `npm test` sets it.
const { packedModules } = require('./test/packed-modules');

/** @type {() => Promise<import('jest').Config>} */
module.exports = async () => {
  const packed = await packedModules();
  const sources = { '^@property-office/([^/]+)$': ['<rootDir>/libs/$1/src', '<rootDir>/apps/$1/src'] };
  /** @returns {import('jest').ProjectConfig} specs of these folders */
  const specsOf = (displayName, testMatch, moduleNameMapper) => ({
    displayName,
    testMatch,
    moduleNameMapper,
    testEnvironment: '<rootDir>/test/packed-environment.js',
    transform: { '\\.ts$': ['@swc/jest', { swcrc: true }] },
    modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.cache/'],
    watchPathIgnorePatterns: ['<rootDir>/data/'],
    globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
    globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
  });
  return {
    projects: [
      specsOf('libs', ['<rootDir>/libs/*/src/**/*.spec.ts'], { ...packed.packages, ...sources }),
      specsOf('apps', ['<rootDir>/apps/*/src/**/*.spec.ts', '<rootDir>/{test,scripts}/**/*.spec.ts'], { ...packed.packages, ...packed.libs, ...sources }),
    ],
    testSequencer: '<rootDir>/test/long-first.js',
    maxWorkers: 2,
    // Each file leaves some twenty megabytes of modules behind in its worker, which ends at four gigabytes: it is replaced before.
    workerIdleMemoryLimit: '1500MB',
    // Against what hangs; how long something may take is asserted where it is promised.
    testTimeout: 90_000,
  };
};
