type Sqlite = typeof import('node:sqlite');

/**
 * Node's SQLite. Node 22 warns once that it is experimental, which is no news to a user of casus: that one warning is
 * held back while the module loads, which happens in this call; all others pass.
 */
export function loadSqlite(): Sqlite {
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    const message = typeof warning === 'string' ? warning : warning.message;
    if (!message.startsWith('SQLite is an experimental feature'))
      Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
