import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type End, ledger } from './command-options.ts';
import type { Io } from './io.ts';

const DEFAULT_PORT = 4770;

/** The commands that show a ledger in a browser, and say who may ask it from elsewhere. */
export function addServeCommands(program: Command, io: Io, end: End): void {
  ledger(program.command('serve').description('show a ledger in the browser, and answer the API'))
    .option('--port <number>', 'the port to listen at; 0 for any that is free', port, DEFAULT_PORT)
    .option('--host <address>', 'the address to listen at; any but this machine itself needs a token', '127.0.0.1')
    .option('--public <url>', 'the address under which a proxy shows it, as https://casus.example.org', url)
    .option('--tokens <file>', "the file of tokens; default: tokens.json in the ledger's folder")
    .option('--open', 'open the page in a browser')
    .addHelpText('after', HELP.serve)
    .action(async options => end(await (await import('./commands/serve.ts')).serveLedger(options, io)));
  addToken(program, io, end);
}

function addToken(program: Command, io: Io, end: End): void {
  ledger(program.command('token').description('make, list or revoke the tokens of a server'))
    .addArgument(new Argument('<act>', 'what to do').choices(['new', 'list', 'revoke']))
    .argument('[token]', 'revoke: its id or its name')
    .option('--name <name>', 'new: what it is called, and what decisions are signed with', 'token')
    .option('--scopes <scopes>', 'new: what it may do, of read, write, review', 'read')
    .option('--tokens <file>', "the file of tokens; default: tokens.json in the ledger's folder")
    .addHelpText('after', HELP.token)
    .action(async (act, id, options) =>
      end(await (await import('./commands/token.ts')).changeTokens(act, id, options, io)),
    );
}

function port(value: string): number {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : -1;
  if (number < 0 || number > 65_535) throw new InvalidArgumentError('Write a port, from 1 to 65535, or 0.');
  return number;
}

function url(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InvalidArgumentError('Write an address, as https://casus.example.org.');
  }
  return value;
}

const HELP = {
  serve: `
Reading needs no token while nobody but this machine can ask; writing always
does. The server never changes the ledger otherwise. Ctrl-C ends it. The API
has its reference at /api, and /health and /metrics for those who watch.

Examples:
  $ casus serve
  $ casus serve --ledger my-ledger --open
  $ casus serve --ledger postgres://casus@localhost/casus --tokens tokens.json
  $ casus serve --host 0.0.0.0 --public https://casus.example.org`,
  token: `
Only a hash of a token is kept; the token itself is printed once, alone. Send
it as "Authorization: Bearer TOKEN"; a browser asks for it as the password.

Examples:
  $ casus token new --name newsroom --scopes read,write
  $ casus token new --name "A. Reviewer" --scopes read,review
  $ casus token list --ledger my-ledger
  $ casus token revoke newsroom`,
} as const;
