'use strict';
// What npm run keep-release starts: TypeScript that is never built, like the tests it shares its office with.
require('../../libs/testing/register-typescript');
require('./keep-release.command.ts');
