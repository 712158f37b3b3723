import { useEffect, useState } from 'react';
import { type Fineness, loadOutlines, type Outlines } from './outlines.ts';
import type { MapSize, MapView } from './projection.ts';

/** Below this, the globe is so small that fine coasts cannot be seen. */
const FINE_FROM = 4;

/** The outlines for a view: coarse ones at once, fine ones when the reader comes close. */
export function useOutlines({ scale }: MapView, { width }: MapSize) {
  const [loaded, setLoaded] = useState<Readonly<Partial<Record<Fineness, Outlines>>>>({});
  const [isMissing, setMissing] = useState(false);
  const wanted: Fineness = scale > width * FINE_FROM ? 'fine' : 'coarse';
  const isLoaded = loaded[wanted] !== undefined;
  useEffect(() => {
    if (isLoaded) return;
    let isNeeded = true;
    loadOutlines(wanted).then(
      outlines => {
        if (isNeeded) setLoaded(before => ({ ...before, [wanted]: outlines }));
      },
      () => {
        if (isNeeded) setMissing(true);
      },
    );
    return () => {
      isNeeded = false;
    };
  }, [wanted, isLoaded]);
  return { outlines: loaded[wanted] ?? loaded.fine ?? loaded.coarse ?? null, isMissing: isMissing && !isLoaded };
}
