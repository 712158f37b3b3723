import { CasusError } from '../../../core/base/error.ts';
import type { Incident } from '../../../core/model/index.ts';

/** The one incident whose id is, or begins with, `id`. Throws when there is none, or more than one. */
export function findIncident(id: string, incidents: readonly Incident[]): Incident {
  const exact = incidents.find(incident => incident.id === id);
  if (exact !== undefined) return exact;
  const found = incidents.filter(incident => incident.id.startsWith(id));
  const [only] = found;
  if (only === undefined) throw new CasusError('id-unknown', id);
  if (found.length > 1) {
    throw new CasusError('id-unknown', id, { detail: `${found.length} ids begin so; write more of it` });
  }
  return only;
}
