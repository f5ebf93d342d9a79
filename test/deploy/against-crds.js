'use strict';
// node test/deploy/against-crds.js FILE …: judges the rendered manifests by CustomResourceDefinitions as an operator has them (deploy/README.md).
require('../../libs/testing/register-typescript');
require('./against-crds.command.ts');
