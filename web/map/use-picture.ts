import { type RefObject, useEffect, useState } from 'react';
import { coloursOf, drawMap, type MapPicture } from './draw-map.ts';

/** Draws the map whenever something of it changes, once a frame at most. */
export function usePicture(canvas: RefObject<HTMLCanvasElement | null>, picture: Omit<MapPicture, 'colours'>): void {
  const theme = useThemeTurn();
  const { view, size, outlines, symbols, current } = picture;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    const frame = requestAnimationFrame(() => {
      const ratio = window.devicePixelRatio || 1;
      const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      const colours = coloursOf(element);
      drawMap(context, { view, size, outlines, symbols, current, colours }, ratio);
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, view, size, outlines, symbols, current, theme]);
}

/** A number that changes with the theme, whoever changed it. */
function useThemeTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const changed = () => setTurn(before => before + 1);
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(changed);
    system.addEventListener('change', changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      system.removeEventListener('change', changed);
      observer.disconnect();
    };
  }, []);
  return turn;
}
