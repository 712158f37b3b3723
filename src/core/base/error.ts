/** What the process ends with. Scripts may rely on these numbers. */
export const EXIT_CODES = {
  0: 'Everything asked for was done.',
  1: 'The work was done, but some reports could not be read, or some quotes do not hold.',
  2: 'The command was not understood: an option, a name or an id is wrong. Nothing was changed.',
  3: 'The world failed: a ledger, a disk or a file that is needed. What was acknowledged before is kept.',
  4: 'A bug in casus. What was acknowledged before is kept.',
} as const;
export type ExitCode = keyof typeof EXIT_CODES;

interface ErrorEntry {
  readonly message: string;
  readonly advice: string;
  readonly exitCode: 1 | 2 | 3;
}

/** Every failure of the world that casus knows, what it says and what helps. docs/reference/errors.md repeats it. */
export const ERRORS = {
  'file-not-found': {
    message: 'there is no such file or folder',
    advice: 'Check the spelling and the folder you are in.',
    exitCode: 1,
  },
  'file-unreadable': {
    message: 'the file cannot be read',
    advice: 'Check who may read it.',
    exitCode: 1,
  },
  'file-empty': {
    message: 'the file holds no text',
    advice: 'Leave it out, or save the report into it again.',
    exitCode: 1,
  },
  'file-binary': {
    message: 'this is not a text file',
    advice: 'Give text, a page, a message, PDF, .docx or an archive; or say what it is with --format.',
    exitCode: 1,
  },
  'file-too-large': {
    message: 'the file is too large to be one report',
    advice: 'Split it into one file for each report.',
    exitCode: 1,
  },
  'actors-invalid': {
    message: 'the table of your own actors cannot be understood',
    advice: 'Mend the line; docs/reference/actors.md says what each column holds.',
    exitCode: 3,
  },
  'file-unwritable': {
    message: 'the file cannot be written',
    advice:
      'Check the folder, who may write there, and the room left on the disk. A file that stood there was left as it was.',
    exitCode: 3,
  },
  'folder-foreign': {
    message: 'the folder holds files that casus did not publish',
    advice:
      'Choose an empty folder, or give --force, which leaves those files and writes beside them. Nothing was changed.',
    exitCode: 2,
  },
  'page-missing': {
    message: 'the built page is not here',
    advice: 'Run `npm run build:web` in a clone; else install casus again.',
    exitCode: 3,
  },
  'table-unreadable': {
    message: 'the table cannot be read',
    advice: 'Save it as CSV in UTF-8, with the names of the columns in the first line.',
    exitCode: 3,
  },
  'table-unknown': {
    message: 'the columns are of no format that casus imports',
    advice: 'Give --as acled, ucdp or claims; docs/reference/exports.md lists the columns.',
    exitCode: 2,
  },
  'folder-empty': {
    message: 'the folder holds no report file',
    advice: 'Name the files themselves, or another folder.',
    exitCode: 1,
  },
  'file-damaged': {
    message: 'the file is not what it seems to be, or is damaged',
    advice: 'Open it in the program that made it and save it again, or say what it is with --format.',
    exitCode: 1,
  },
  'archive-refused': {
    message: 'this part of the archive is refused',
    advice: 'The reason is given: archives that unpack beyond measure, or out of their folder, are made to do harm.',
    exitCode: 1,
  },
  'archive-empty': {
    message: 'the archive holds nothing that casus reads',
    advice: 'Look inside, and name the files themselves.',
    exitCode: 1,
  },
  'columns-unknown': {
    message: 'no column holds the text of the reports',
    advice: 'Say which column holds what: --columns text=COLUMN,published=COLUMN.',
    exitCode: 1,
  },
  'page-without-article': {
    message: 'the page holds no running text',
    advice: 'Open it in a browser; if it shows an article, save its text as a file.',
    exitCode: 1,
  },
  'address-refused': {
    message: 'this address is not fetched',
    advice: 'Only http and https addresses outside of private networks are fetched; --allow-private lifts the latter.',
    exitCode: 1,
  },
  'robots-refused': {
    message: 'the site asks programs not to fetch this address',
    advice: 'Open it in a browser and save it; --ignore-robots fetches it where you have leave to.',
    exitCode: 1,
  },
  'fetch-failed': {
    message: 'the address could not be fetched',
    advice: 'The reason is given; try again later, or open it in a browser.',
    exitCode: 1,
  },
  'fetch-too-large': {
    message: 'the answer is larger than a page or feed can be',
    advice: 'Download it and give the file.',
    exitCode: 1,
  },
  'feed-unreadable': {
    message: 'this is no feed or sitemap that casus reads',
    advice: 'Check the address in a browser.',
    exitCode: 1,
  },
  'watch-damaged': {
    message: 'the memory of the watcher is damaged',
    advice: 'Delete the file named; feeds are then read anew, and nothing is added twice.',
    exitCode: 3,
  },
  'usage-invalid': {
    message: 'the command was not understood',
    advice: 'Run `casus --help`, or `casus COMMAND --help`.',
    exitCode: 2,
  },
  'route-unknown': {
    message: 'there is no such page or route',
    advice: 'The reference at /api lists the routes.',
    exitCode: 2,
  },
  'token-missing': {
    message: 'this needs a token',
    advice: 'Make one with `casus token new`, and send it as `Authorization: Bearer TOKEN`, or as the password.',
    exitCode: 2,
  },
  'token-unknown': {
    message: 'this token is not known',
    advice: 'Run `casus token list` to see those there are, or `casus token new` to make one.',
    exitCode: 2,
  },
  'token-scope': {
    message: 'this token may not do that',
    advice: 'Make one that may: `casus token new --scopes read,write,review`.',
    exitCode: 2,
  },
  'tokens-damaged': {
    message: 'the file of tokens cannot be understood',
    advice: 'Delete it, and make the tokens anew with `casus token new`.',
    exitCode: 3,
  },
  'request-refused': {
    message: 'the request comes from another site, or by another name than the server has',
    advice: 'Open the address that `casus serve` printed; behind a proxy, say the public one with --public.',
    exitCode: 2,
  },
  'requests-too-many': {
    message: 'too many requests from this address were refused',
    advice: 'Wait a minute.',
    exitCode: 2,
  },
  'body-too-large': {
    message: 'what was sent is too large',
    advice: 'Send one report at a time; one of more than 8 MB is none.',
    exitCode: 2,
  },
  'body-invalid': {
    message: 'what was sent cannot be understood',
    advice: 'Send JSON, as the reference at /api says, with `Content-Type: application/json`.',
    exitCode: 2,
  },
  'ledger-slow': {
    message: 'the ledger did not answer in time',
    advice: 'Ask for less, by days or a country, or try again later.',
    exitCode: 3,
  },
  'port-taken': {
    message: 'another program listens there already',
    advice: 'Choose another port with --port, or end that program.',
    exitCode: 3,
  },
  'port-refused': {
    message: 'no server can be started at this address',
    advice: 'Check --host and --port; ports below 1024 are the administrator’s.',
    exitCode: 3,
  },
  'id-unknown': {
    message: 'the ledger holds nothing with this id',
    advice: 'Run `casus show` for the ids that there are.',
    exitCode: 2,
  },
  'decision-refused': {
    message: 'this decision cannot be carried out',
    advice: 'Decide otherwise, or withdraw the decision that is in its way. Nothing was changed.',
    exitCode: 2,
  },
  'store-unknown': {
    message: 'casus knows no store of this kind',
    advice: 'Give a folder, or the address of a PostgreSQL database as postgres://user@host/database.',
    exitCode: 2,
  },
  'node-too-old': {
    message: 'this version of Node.js is too old',
    advice: 'Install Node.js 22.18 or newer.',
    exitCode: 3,
  },
  'resource-missing': {
    message: 'a data file of casus is missing',
    advice: 'Install casus again.',
    exitCode: 3,
  },
  'resource-damaged': {
    message: 'a data file of casus cannot be understood',
    advice: 'Install casus again; if you edited the file, undo that.',
    exitCode: 3,
  },
  'ledger-missing': {
    message: 'there is no ledger here',
    advice: 'Make one with `casus add FILE… --ledger DIR`, or check the spelling.',
    exitCode: 3,
  },
  'ledger-not-a-folder': {
    message: 'a ledger is a folder, and this is none',
    advice: 'Give the name of a folder; it need not exist yet.',
    exitCode: 3,
  },
  'ledger-foreign': {
    message: 'this file belongs to another program and is not a ledger of casus',
    advice: 'Choose another folder. Nothing was changed.',
    exitCode: 3,
  },
  'ledger-newer': {
    message: 'the ledger was written by a newer version of casus',
    advice: 'Install that version or a newer one. Nothing was changed.',
    exitCode: 3,
  },
  'ledger-damaged': {
    message: 'the ledger file is damaged',
    advice: 'Keep a copy of the folder, then restore a backup, or add the reports to a new ledger.',
    exitCode: 3,
  },
  'ledger-diverged': {
    message: 'the two ledgers are not one and the same up to here, so the entries cannot follow',
    advice: 'Copy into a new ledger. Nothing was changed.',
    exitCode: 3,
  },
  'ledger-unreachable': {
    message: 'the database server cannot be reached, or went away',
    advice: 'Start the server, or check the address; then run the command again. What was acknowledged is kept.',
    exitCode: 3,
  },
  'ledger-refused': {
    message: 'the database server refused',
    advice: 'Check the name of the database, the user, the password, and what the user may do.',
    exitCode: 3,
  },
  'client-missing': {
    message: 'a package that this needs is not installed',
    advice: 'Install it beside casus: `npm install pg`.',
    exitCode: 3,
  },
  'ledger-locked': {
    message: 'another process is writing to the ledger and did not finish in time',
    advice: 'Wait until it has ended, then run the command again; what is in the ledger already is not added twice.',
    exitCode: 3,
  },
  'ledger-read-only': {
    message: 'the ledger may not be written to',
    advice: 'Check who may write to the folder and the file, or choose another folder.',
    exitCode: 3,
  },
  'ledger-full': {
    message: 'there is no room left on the disk of the ledger',
    advice: 'Make room and run the command again. Every report acknowledged before is in the ledger.',
    exitCode: 3,
  },
  'ledger-failed': {
    message: 'the ledger could not be read or written',
    advice: 'The reason is given; check the disk. Every report acknowledged before is in the ledger.',
    exitCode: 3,
  },
} as const satisfies Record<string, ErrorEntry>;
export type ErrorCode = keyof typeof ERRORS;

/**
 * A failure of the world, thrown by adapters only. `subject` is the file, ledger or option it happened to; the message
 * starts with it. What was thrown underneath is kept as `cause`.
 */
export class CasusError extends Error {
  readonly code: ErrorCode;
  readonly subject: string;
  readonly advice: string;
  readonly exitCode: ExitCode;

  constructor(
    code: ErrorCode,
    subject: string,
    { detail, cause }: { readonly detail?: string; readonly cause?: unknown } = {},
  ) {
    const { message, advice, exitCode } = ERRORS[code];
    super(`${subject}: ${message}${detail === undefined ? '' : ` (${detail})`}`, cause === undefined ? {} : { cause });
    this.name = 'CasusError';
    this.code = code;
    this.subject = subject;
    this.advice = advice;
    this.exitCode = exitCode;
  }
}

/** The exit code that something thrown stands for: that of its table entry, or 4, because everything else is a bug. */
export function exitCodeOf(thrown: unknown): ExitCode {
  return thrown instanceof CasusError ? thrown.exitCode : 4;
}
