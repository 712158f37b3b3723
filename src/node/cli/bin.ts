import { main } from './main.ts';
import { processIo } from './process-io.ts';
import { quietSqlite } from './quiet-sqlite.ts';

quietSqlite();
process.exitCode = await main(process.argv.slice(2), processIo());
