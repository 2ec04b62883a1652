/** The three categories of charging places. Source: contract search, EV categories. */
import type { VehicleCategory } from '../vocabulary/index.ts';
import type { Language } from './language/languages.ts';

export interface EvCategory {
  readonly id: string;
  readonly vehicle: VehicleCategory;
  readonly names: Readonly<Record<Language, string>>;
}

export const evCategories: readonly EvCategory[] = [
  {
    id: '700-7600-0322',
    vehicle: 'car',
    names: {
      en: 'EV Charging Station',
      de: 'Ladestation für Elektrofahrzeuge',
      fr: 'Station de recharge pour véhicules électriques',
      nl: 'Laadstation voor elektrische voertuigen',
      es: 'Estación de carga para vehículos eléctricos',
      it: 'Stazione di ricarica per veicoli elettrici',
      pt: 'Estação de carregamento para veículos elétricos',
      pl: 'Stacja ładowania pojazdów elektrycznych',
      sv: 'Laddstation för elfordon',
      da: 'Ladestation til elbiler',
      nb: 'Ladestasjon for elbiler',
      fi: 'Sähköauton latausasema',
      cs: 'Dobíjecí stanice pro elektromobily',
    },
  },
  {
    id: '700-7600-0323',
    vehicle: 'truck',
    names: {
      en: 'EV Charging Station for Trucks',
      de: 'Ladestation für Elektro-Lkw',
      fr: 'Station de recharge pour poids lourds électriques',
      nl: 'Laadstation voor elektrische vrachtwagens',
      es: 'Estación de carga para camiones eléctricos',
      it: 'Stazione di ricarica per camion elettrici',
      pt: 'Estação de carregamento para camiões elétricos',
      pl: 'Stacja ładowania elektrycznych ciężarówek',
      sv: 'Laddstation för ellastbilar',
      da: 'Ladestation til ellastbiler',
      nb: 'Ladestasjon for ellastebiler',
      fi: 'Sähkökuorma-auton latausasema',
      cs: 'Dobíjecí stanice pro elektrické nákladní vozy',
    },
  },
  {
    id: '700-7600-0324',
    vehicle: 'twoWheeler',
    names: {
      en: 'EV Charging Station for Two-Wheelers',
      de: 'Ladestation für Elektro-Zweiräder',
      fr: 'Station de recharge pour deux-roues électriques',
      nl: 'Laadstation voor elektrische tweewielers',
      es: 'Estación de carga para motocicletas eléctricas',
      it: 'Stazione di ricarica per veicoli elettrici a due ruote',
      pt: 'Estação de carregamento para veículos elétricos de duas rodas',
      pl: 'Stacja ładowania jednośladów elektrycznych',
      sv: 'Laddstation för eltvåhjulingar',
      da: 'Ladestation til tohjulede elkøretøjer',
      nb: 'Ladestasjon for elektriske tohjulinger',
      fi: 'Sähkökaksipyöräisen latausasema',
      cs: 'Dobíjecí stanice pro elektrická jednostopá vozidla',
    },
  },
];

/** One, two or three groups of digits: a category, or the branch above it. */
export const CATEGORY_PATTERN = /^\d{3}(?:-\d{4}(?:-\d{4})?)?$/;

/** The vehicles whose category is the id or lies below it. */
export function vehiclesOfCategory(idOrBranch: string): readonly VehicleCategory[] {
  return evCategories
    .filter(({ id }) => id === idOrBranch || id.startsWith(`${idOrBranch}-`))
    .map(({ vehicle }) => vehicle);
}

/** In the order above. Words of no table are no vehicle. */
export function categoriesOf(vehicles: readonly string[]): readonly EvCategory[] {
  return evCategories.filter(({ vehicle }) => vehicles.includes(vehicle));
}
