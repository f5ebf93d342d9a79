'use strict';
// What npm run simulate starts: the simulation is TypeScript that is never built, like the tests it shares its office with.
require('../../libs/testing/register-typescript');
require('./command.ts');
