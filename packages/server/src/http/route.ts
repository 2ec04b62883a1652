/** Which surface a path belongs to. */
import type { MountedSurface } from './surface.ts';
import { renderProblem } from './problem.ts';

/** What answers where no surface does: in the form of our own surfaces. */
const nowhere: MountedSurface = {
  name: 'none',
  paths: [],
  handle: () => undefined,
  refuse: renderProblem,
  access: 'open',
};

/** The first that covers the path. */
export function surfaceFor(path: string, surfaces: readonly MountedSurface[]): MountedSurface {
  return surfaces.find(({ paths }) => paths.some((own) => covers(own, path))) ?? nowhere;
}

/** `/v3/` covers `/v3` and all below; `/metrics` covers itself, and so does `/`. */
function covers(own: string, path: string): boolean {
  if (own === '/' || !own.endsWith('/')) return path === own;
  return path.startsWith(own) || (path.length === own.length - 1 && own.startsWith(path));
}
