#!/usr/bin/env node
// Plain CommonJS (bin/package.json) of the year 2019, so that a Node too old for the rest gets far enough to say in one
// line what is missing. Nothing newer than ES2019 may stand here, and nothing may be imported before the check.

const NEEDED = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  fail(3, `casus needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}; see https://nodejs.org`);
} else {
  import('../dist/node/cli/bin.js').catch(error => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes('dist')) {
      fail(4, 'casus is not built here: run "npm run build" first, or "npm run casus --" instead of "casus"');
    } else {
      fail(4, error.stack);
    }
  });
}

function fail(exitCode, message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
