'use strict';
// The health command of the image: exits with 0 while the process in it is ready for requests.
require('http')
  .get({ host: '127.0.0.1', port: process.env.PORT || 3000, path: '/health/ready', timeout: 3000 }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
