/**
 * Keeps Node 22 from telling users that its SQLite is experimental: casus requires the versions it was tested with, and
 * the warning would stand in front of every answer. Every other warning passes.
 */
export function quietSqlite(): void {
  const emitWarning = process.emitWarning.bind(process);
  const filtered = (warning: string | Error, ...rest: unknown[]): void => {
    if (isSqliteWarning(warning, rest[0])) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  process.emitWarning = filtered;
}

function isSqliteWarning(warning: string | Error, type: unknown): boolean {
  const message = typeof warning === 'string' ? warning : warning.message;
  return type === 'ExperimentalWarning' && message.startsWith('SQLite ');
}
