import { runStoreTests } from '../../../test/contracts/store.ts';
import { memoryStore } from './memory-store.ts';

runStoreTests({
  name: 'memory',
  open: async () => memoryStore(),
  reopen: { reason: 'a ledger in memory ends with its process' },
});
