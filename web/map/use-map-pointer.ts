import { type RefObject, useEffect, useRef } from 'react';
import { type FlatPoint, type MapSize, type MapView, within, zoomed } from './projection.ts';

interface Reactions {
  readonly onView: (view: MapView) => void;
  /** The pointer rests over a point; null when it has left. */
  readonly onPoint: (at: FlatPoint | null) => void;
  readonly onChoose: (at: FlatPoint) => void;
}

/** Nearer than this, a press is a choice and no drag. */
const STILL = 4;

interface Gesture {
  readonly fingers: Map<number, FlatPoint>;
  start: FlatPoint | null;
  isDrag: boolean;
}

/**
 * Moves and enlarges a map by mouse, pen or fingers. The wheel enlarges only where the map has the focus or Ctrl is held,
 * so that scrolling the page does not end in the map.
 */
export function useMapPointer(
  canvas: RefObject<HTMLElement | null>,
  view: MapView,
  size: MapSize,
  reactions: Reactions,
): void {
  const now = useRef({ view, size, reactions });
  useEffect(() => {
    now.current = { view, size, reactions };
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const gesture: Gesture = { fingers: new Map(), start: null, isDrag: false };
    const place = (event: PointerEvent | WheelEvent): FlatPoint => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const listeners = {
      pointerdown: (event: PointerEvent) => {
        element.setPointerCapture(event.pointerId);
        gesture.fingers.set(event.pointerId, place(event));
        gesture.start = place(event);
        gesture.isDrag = gesture.fingers.size > 1;
      },
      pointermove: (event: PointerEvent) => moveBy(gesture, event.pointerId, place(event), now.current),
      pointerup: (event: PointerEvent) => {
        const wasPressed = gesture.fingers.delete(event.pointerId);
        if (wasPressed && !gesture.isDrag) now.current.reactions.onChoose(place(event));
      },
      pointercancel: (event: PointerEvent) => {
        gesture.fingers.delete(event.pointerId);
      },
      pointerleave: () => now.current.reactions.onPoint(null),
    };
    const wheel = (event: WheelEvent) => {
      const hasFocus = element.parentElement?.contains(document.activeElement) === true;
      if (!event.ctrlKey && !event.metaKey && !hasFocus) return;
      event.preventDefault();
      const { view: seen, size: extent, reactions: told } = now.current;
      told.onView(zoomed(seen, extent, 2 ** (-event.deltaY / 240), place(event)));
    };
    element.addEventListener('pointerdown', listeners.pointerdown);
    element.addEventListener('pointermove', listeners.pointermove);
    element.addEventListener('pointerup', listeners.pointerup);
    element.addEventListener('pointercancel', listeners.pointercancel);
    element.addEventListener('pointerleave', listeners.pointerleave);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', listeners.pointerdown);
      element.removeEventListener('pointermove', listeners.pointermove);
      element.removeEventListener('pointerup', listeners.pointerup);
      element.removeEventListener('pointercancel', listeners.pointercancel);
      element.removeEventListener('pointerleave', listeners.pointerleave);
      element.removeEventListener('wheel', wheel);
    };
  }, [canvas]);
}

/** One finger moves the map; two move it and enlarge it round the point between them. */
function moveBy(
  gesture: Gesture,
  id: number,
  to: FlatPoint,
  { view, size, reactions }: { readonly view: MapView; readonly size: MapSize; readonly reactions: Reactions },
): void {
  const from = gesture.fingers.get(id);
  if (from === undefined) {
    reactions.onPoint(to);
    return;
  }
  const { start, fingers } = gesture;
  if (start !== null && Math.hypot(to.x - start.x, to.y - start.y) > STILL) gesture.isDrag = true;
  if (!gesture.isDrag) return;
  const other = [...fingers].find(([finger]) => finger !== id)?.[1];
  fingers.set(id, to);
  const share = other === undefined ? 1 : 0.5;
  const moved = within(
    {
      ...view,
      middle: {
        x: view.middle.x - ((to.x - from.x) * share) / view.scale,
        y: view.middle.y - ((to.y - from.y) * share) / view.scale,
      },
    },
    size,
  );
  if (other === undefined) {
    reactions.onView(moved);
    return;
  }
  const before = Math.max(10, Math.hypot(from.x - other.x, from.y - other.y));
  const after = Math.max(10, Math.hypot(to.x - other.x, to.y - other.y));
  reactions.onView(zoomed(moved, size, after / before, { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 }));
}
