import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Lines drawn beyond what is seen, on both sides. */
const SPARE = 6;

/** Which lines of a long list of equal lines are to be drawn, and when its end comes into sight. */
export function useWindow(
  frame: RefObject<HTMLElement | null>,
  count: number,
  lineRem: number,
  onEnd: (() => void) | null,
) {
  const [seen, setSeen] = useState({ top: 0, height: 600, lineHeight: lineRem * 16 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setSeen({ top: element.scrollTop, height: element.clientHeight, lineHeight: lineRem * rem });
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [frame, lineRem]);
  const { top, height, lineHeight } = seen;
  const first = Math.min(count, Math.max(0, Math.floor(top / lineHeight) - SPARE));
  const last = Math.min(count, Math.ceil((top + height) / lineHeight) + SPARE);
  const isAtEnd = last >= count;
  useEffect(() => {
    if (isAtEnd && top > 0) onEnd?.();
  }, [isAtEnd, top, onEnd]);
  return { first, last, lineHeight };
}
