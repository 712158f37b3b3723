import { canonicalJson } from '../base/canonical-json.ts';
import type { ResourceVersions } from './resource-versions.ts';
import type { Store } from './store.ts';

/** Makes sure that the ledger says with which versions what is added next was made: adds an entry where it does not. */
export async function keepVersions(store: Store, versions: ResourceVersions): Promise<void> {
  for (;;) {
    const { head, resources } = await store.side();
    if (canonicalJson(resources) === canonicalJson(versions)) return;
    // Another writer may have been quicker; then what it wrote is looked at first.
    if (await store.appendAfter(head?.seq ?? 0, [{ kind: 'resources', resources: versions }])) return;
  }
}
