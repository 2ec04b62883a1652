/** Faces of plugs, drawn for this page: enough of each to tell it from the others. */
import type { ComponentChildren, JSX } from 'preact';
import type { PlugShape } from '../places/plugs.ts';

type Pin = readonly [x: number, y: number, radius: number];

const type2Pins: readonly Pin[] = [
  [9.2, 5.6, 1],
  [14.8, 5.6, 1],
  [7, 9, 1.35],
  [12, 9, 1.35],
  [17, 9, 1.35],
  [9.4, 12.6, 1.35],
  [14.6, 12.6, 1.35],
];
const type1Pins: readonly Pin[] = [
  [9, 6.4, 1.4],
  [15, 6.4, 1.4],
  [7.6, 10.8, 1],
  [16.4, 10.8, 1],
  [12, 12.6, 1.4],
];
const directCurrent: readonly Pin[] = [
  [8.6, 19.4, 1.7],
  [15.4, 19.4, 1.7],
];

const pinsOf = (pins: readonly Pin[], dy = 0): ComponentChildren =>
  pins.map(([x, y, radius]) => (
    <circle key={`${x} ${y}`} cx={x} cy={y + dy} r={radius} fill="currentColor" stroke="none" />
  ));

const type2Face = 'M5.4 3.2h13.2a8 8 0 0 1-6.6 12.6A8 8 0 0 1 5.4 3.2Z';
const comboTail = 'M6.4 15.8h11.2a3.6 3.6 0 0 1 0 7.2H6.4a3.6 3.6 0 0 1 0-7.2Z';

const faces: Readonly<Record<PlugShape, () => ComponentChildren>> = {
  type2: () => (
    <g transform="translate(0 2.4)">
      <path d={type2Face} />
      {pinsOf(type2Pins)}
    </g>
  ),
  ccs2: () => (
    <g transform="translate(0 -1.4)">
      <path d={type2Face} />
      {pinsOf(type2Pins)}
      <path d={comboTail} />
      {pinsOf(directCurrent)}
    </g>
  ),
  type1: () => (
    <g transform="translate(0 2.6)">
      <circle cx="12" cy="9.4" r="7.6" />
      {pinsOf(type1Pins)}
    </g>
  ),
  ccs1: () => (
    <g transform="translate(0 -1.2)">
      <circle cx="12" cy="9.2" r="6.9" />
      {pinsOf(type1Pins, -0.2)}
      <path d={comboTail} />
      {pinsOf(directCurrent)}
    </g>
  ),
  chademo: () => (
    <>
      <circle cx="12" cy="12" r="9" />
      <circle cx="8" cy="12" r="2.5" />
      <circle cx="16" cy="12" r="2.5" />
      {pinsOf([
        [12, 6.6, 1.3],
        [12, 17.4, 1.3],
      ])}
    </>
  ),
  nacs: () => (
    <>
      <path d="M7 5.4h10a4 4 0 0 1 4 4.2 9.2 9.2 0 0 1-18 0A4 4 0 0 1 7 5.4Z" />
      {pinsOf([
        [8.6, 10, 2],
        [15.4, 10, 2],
        [12, 14, 1],
        [9.2, 14.6, 0.8],
        [14.8, 14.6, 0.8],
      ])}
    </>
  ),
  household: () => (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3v2.6M12 18.4V21" />
      {pinsOf([
        [8.6, 12, 1.6],
        [15.4, 12, 1.6],
      ])}
    </>
  ),
  mcs: () => (
    <>
      <path d="M12 3.2 20.8 18.6a1.6 1.6 0 0 1-1.4 2.4H4.6a1.6 1.6 0 0 1-1.4-2.4Z" />
      {pinsOf([
        [9, 16.6, 1.9],
        [15, 16.6, 1.9],
        [12, 10.6, 1.2],
      ])}
    </>
  ),
  gbt: () => (
    <>
      <circle cx="12" cy="12" r="9" />
      {pinsOf([
        [8.4, 10.4, 1.9],
        [15.6, 10.4, 1.9],
        [12, 6.6, 0.9],
        [9.4, 15.8, 0.9],
        [14.6, 15.8, 0.9],
        [12, 13.6, 1.1],
      ])}
    </>
  ),
  other: () => <path d="M8.5 3v5m7-5v5M6 8h12v3.4a6 6 0 0 1-12 0Zm6 9.4V21" />,
};

interface PlugIconProps {
  readonly shape: PlugShape;
  readonly size?: number;
}

export function PlugIcon({ shape, size = 22 }: PlugIconProps): JSX.Element {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {faces[shape]()}
    </svg>
  );
}
