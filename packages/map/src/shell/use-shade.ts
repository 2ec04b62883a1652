import { useEffect, useState } from 'preact/hooks';
import type { Shade } from '../map/map-style.ts';
import type { Theme } from './page-settings.ts';

/** The colours that a theme comes to on this device; the stylesheet goes by the document's `data-shade`. */
export function useShade(theme: Theme): Shade {
  const [systemIsDark, setSystemIsDark] = useState(() => systemShade().matches);
  useEffect(() => {
    const query = systemShade();
    const follow = (): void => setSystemIsDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const shade = theme === 'auto' ? (systemIsDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    document.documentElement.dataset['shade'] = shade;
  }, [shade]);
  return shade;
}

function systemShade(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}
