/** The top of the package: three folders up, from `src/` as from `dist/`. */
export const ROOT = new URL('../../../', import.meta.url);
