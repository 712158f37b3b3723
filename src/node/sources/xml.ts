import { CasusError } from '../../core/base/error.ts';

/**
 * Refuses XML that declares entities: a few of them, each made of the one before, unfold to gigabytes, and external ones
 * name files. No feed, sitemap or document needs any.
 */
export function refuseEntities(xml: string, name: string): void {
  if (/<!ENTITY|<!DOCTYPE[^>[]{0,1000}\[/i.test(xml)) {
    throw new CasusError('file-damaged', name, { detail: 'its XML declares entities, which are not unfolded' });
  }
}
