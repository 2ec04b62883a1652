/** Who runs and resells the demo sites. Every name is invented; addresses end in the reserved `.example`. */
import type { SiteKind } from './site-kind.ts';

/** A charge point operator of the demo world. */
export interface Operator {
  readonly name: string;
  /** OCPI party id; the country code of a party is the location's. */
  readonly partyId: string;
  /** ISO 3166-1 alpha-2; absent: everywhere. */
  readonly countries?: readonly string[];
  /** How likely it runs a site of the kind, against the others there. */
  readonly weights: Partial<Readonly<Record<SiteKind, number>>>;
  /** Party codes of the eMSPs whose cards it takes. */
  readonly roaming: readonly string[];
  readonly helpPhone?: string;
  /** Price level against the country's. */
  readonly price: number;
  /** It buys nothing but green energy. */
  readonly green?: true;
  /** No status reaches us: its EVSEs read UNKNOWN. */
  readonly silent?: true;
  /** Terminals take bank cards. */
  readonly bankCards?: true;
}

const everyday: Operator['weights'] = {
  street: 5,
  carPark: 4,
  retail: 3,
  hotel: 4,
  workplace: 4,
  fast: 3,
  twoWheeler: 1,
};

export const operators: readonly Operator[] = [
  {
    name: 'Lindwatt',
    partyId: 'LDW',
    countries: ['DE', 'AT', 'LU'],
    weights: everyday,
    roaming: ['LKL', 'RND', 'PPA'],
    price: 1,
    green: true,
    helpPhone: '+4930231250',
  },
  {
    name: 'Kerbside Kilowatt',
    partyId: 'KSK',
    countries: ['GB', 'IE'],
    weights: everyday,
    roaming: ['RND', 'PPA'],
    price: 1.02,
    bankCards: true,
    helpPhone: '+441632960100',
  },
  {
    name: 'Ampère & Platane',
    partyId: 'APL',
    countries: ['FR', 'BE', 'LU', 'CH'],
    weights: everyday,
    roaming: ['CMI', 'RND', 'PPA'],
    price: 0.98,
    helpPhone: '+33199000012',
  },
  {
    name: 'Laadlinde',
    partyId: 'LLI',
    countries: ['NL', 'BE'],
    weights: everyday,
    roaming: ['PDP', 'RND', 'PPA'],
    price: 0.95,
    green: true,
  },
  {
    name: 'Fjordlader',
    partyId: 'FJL',
    countries: ['NO', 'SE', 'DK', 'FI', 'IS'],
    weights: everyday,
    roaming: ['NKO', 'RND'],
    price: 0.97,
    green: true,
    helpPhone: '+4684650040',
  },
  {
    name: 'Ricarica Cipresso',
    partyId: 'RCI',
    countries: ['IT', 'CH', 'SI', 'HR'],
    weights: everyday,
    roaming: ['CMI', 'RND'],
    price: 1.03,
  },
  {
    name: 'Cierzo Recarga',
    partyId: 'CZR',
    countries: ['ES', 'PT'],
    weights: everyday,
    roaming: ['CMI', 'PPA'],
    price: 0.96,
  },
  {
    name: 'Vistula Volts',
    partyId: 'VIV',
    countries: ['PL', 'CZ', 'SK', 'LT', 'LV', 'EE'],
    weights: everyday,
    roaming: ['NKO', 'RND'],
    price: 1,
  },
  {
    name: 'Danubia Plug',
    partyId: 'DBP',
    countries: ['HU', 'RO', 'BG', 'HR', 'SI', 'AT', 'SK', 'GR'],
    weights: everyday,
    roaming: ['RND'],
    price: 1,
  },
  {
    name: 'Stratowatt',
    partyId: 'SWT',
    weights: { motorway: 6, fast: 3, retail: 1.5, truck: 2 },
    roaming: ['RND', 'PPA', 'LKL', 'CMI', 'NKO', 'PDP'],
    price: 1.15,
    bankCards: true,
    green: true,
  },
  {
    name: 'Meridian HPC',
    partyId: 'MHP',
    weights: { motorway: 4, fast: 2, retail: 1 },
    roaming: ['RND', 'LKL', 'PPA'],
    price: 1.05,
    bankCards: true,
  },
  { name: 'Haulwatt', partyId: 'HLW', weights: { truck: 8 }, roaming: ['FLX', 'RND'], price: 0.92, bankCards: true },
  { name: 'Velozapf', partyId: 'VZP', weights: { twoWheeler: 6 }, roaming: [], price: 1 },
  {
    name: 'Dorfstrom Genossenschaft',
    partyId: 'DSG',
    countries: ['DE', 'AT', 'CH'],
    weights: { street: 1, carPark: 1, hotel: 1 },
    roaming: [],
    price: 0.9,
    silent: true,
  },
  {
    name: 'Parkhus Energi',
    partyId: 'PHE',
    countries: ['SE', 'DK', 'NO', 'DE', 'NL'],
    weights: { carPark: 3, workplace: 1 },
    roaming: ['NKO', 'PDP'],
    price: 1.04,
  },
];

/** Brands on an operator's platform: they show on the sign, the operator runs the hardware. */
export const suboperators: Readonly<Partial<Record<SiteKind, readonly string[]>>> = {
  retail: ['Marktbogen', 'Korb & Kiste', 'Épicerie du Canal', 'Harvest Lane Stores'],
  hotel: ['Hotel Polarstern Gruppe', 'Maison Belvoir', 'Lakeland Inns'],
  carPark: ['Turmpark', 'Centraal Parkeren', 'Parcheggi Colonna'],
  street: ['Quartierstrom', 'Wijkstroom', 'Borough Plug'],
  fast: ['Tankhof', 'Roadside Larder'],
  truck: ['Brummiehof'],
};

/** An e-mobility service provider: issues the card or app that drivers pay with. */
export interface Provider {
  readonly name: string;
  /** eMI3 party code without its country. */
  readonly code: string;
  readonly country: string;
  /** Its price against the operator's ad hoc one; several where it sells several tariffs. */
  readonly plans: readonly { readonly name: string; readonly price: number; readonly sessionFee?: number }[];
}

export const providers: readonly Provider[] = [
  {
    name: 'Ladekarte Linde',
    code: 'LKL',
    country: 'DE',
    plans: [
      { name: 'Basis', price: 1.08 },
      { name: 'Vielfahrer', price: 0.88 },
    ],
  },
  { name: 'Rondo Charge Club', code: 'RND', country: 'NL', plans: [{ name: 'Open', price: 1.05, sessionFee: 0.35 }] },
  {
    name: 'PlugPass Aurora',
    code: 'PPA',
    country: 'GB',
    plans: [
      { name: 'Standard', price: 1.1 },
      { name: 'Plus', price: 0.92 },
    ],
  },
  { name: 'Carte Mistral', code: 'CMI', country: 'FR', plans: [{ name: 'Liberté', price: 1.04, sessionFee: 0.29 }] },
  { name: 'Nordkort', code: 'NKO', country: 'SE', plans: [{ name: 'Bas', price: 1 }] },
  { name: 'Poldermobiel', code: 'PDP', country: 'NL', plans: [{ name: 'Vrij', price: 1.02, sessionFee: 0.25 }] },
  { name: 'FleetLux Depot Card', code: 'FLX', country: 'LU', plans: [{ name: 'Fleet', price: 0.85 }] },
];
