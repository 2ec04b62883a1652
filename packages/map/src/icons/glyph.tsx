/** Small line drawings for buttons. */
import type { JSX } from 'preact';

const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5 8 12l6.5 7M8 12h12',
  filter: 'M4 6h16M7 12h10M10 18h4',
  here: 'M12 3v3m0 12v3M3 12h3m12 0h3M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
  route:
    'M6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm12-10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 17h7.5a3 3 0 0 0 0-6h-7a3 3 0 0 1 0-6H16',
  code: 'M9 7l-5 5 5 5m6-10 5 5-5 5',
  settings: 'M4 7h10m4 0h2M4 17h2m4 0h10M16 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM8 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  leaf: 'M5 19c0-9 6-13 15-14 0 10-5 15-12 13m-3 1c2-5 5-8 9-9',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4v4l3 2',
  coin: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm2.6 5.2A3.6 3.6 0 1 0 14.6 15M7.6 11h5m-5 2h5',
  card: 'M4 6h16v12H4zM4 10h16M7 15h4',
  bolt: 'M13 3 6 13.5h5L10.5 21 18 10h-5.2Z',
  parking: 'M5 4h14v16H5zM10 17V8h3a2.6 2.6 0 0 1 0 5.2h-3',
  database:
    'M5 6.5c0-1.4 3.1-2.5 7-2.5s7 1.1 7 2.5S15.9 9 12 9 5 7.9 5 6.5Zm0 0v11C5 18.9 8.1 20 12 20s7-1.1 7-2.5v-11M5 12c0 1.4 3.1 2.5 7 2.5s7-1.1 7-2.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
} as const;

interface GlyphProps {
  readonly name: keyof typeof paths;
  readonly size?: number;
}

export function Glyph({ name, size = 20 }: GlyphProps): JSX.Element {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
