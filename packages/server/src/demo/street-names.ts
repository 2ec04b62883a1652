/** Common street names per language, so that an address reads like one. The number goes where the language puts it. */
import type { Random } from './random.ts';
import { integer, pick } from './random.ts';

interface StreetNames {
  readonly numberFirst?: true;
  readonly names: readonly string[];
}

const street: Readonly<Record<string, StreetNames>> = {
  bg: { names: ['ул. Шипка', 'бул. България', 'ул. Иван Вазов', 'ул. Оборище', 'ул. Александровска', 'бул. Марица'] },
  cs: { names: ['Nádražní', 'Hlavní', 'Školní', 'Zahradní', 'Lipová', 'Husova', 'Palackého', 'Polní'] },
  da: { names: ['Jernbanegade', 'Vestergade', 'Østergade', 'Skolevej', 'Havnevej', 'Lindevej', 'Søndergade'] },
  de: {
    names: [
      'Bahnhofstraße',
      'Hauptstraße',
      'Lindenweg',
      'Am Stadtpark',
      'Gartenstraße',
      'Schulstraße',
      'Marktplatz',
      'Industriestraße',
      'Mühlenweg',
      'Goethestraße',
      'Ringstraße',
      'Kirchgasse',
    ],
  },
  el: { names: ['Οδός Σταδίου', 'Λεωφόρος Δημοκρατίας', 'Οδός Ερμού', 'Οδός Κύπρου', 'Οδός Παπάγου'] },
  en: {
    numberFirst: true,
    names: [
      'Station Road',
      'High Street',
      'Church Lane',
      'Mill Road',
      'Victoria Road',
      'Park Avenue',
      'Queens Road',
      'The Green',
      'Orchard Way',
      'London Road',
    ],
  },
  es: {
    names: ['Calle Mayor', 'Avenida de la Estación', 'Calle Real', 'Paseo del Parque', 'Calle del Sol', 'Ronda Sur'],
  },
  et: { names: ['Jaama', 'Pärna', 'Kooli', 'Metsa', 'Tartu maantee', 'Kalda'] },
  fi: { names: ['Asemakatu', 'Kauppakatu', 'Koulukatu', 'Rantatie', 'Puistokatu', 'Teollisuustie'] },
  fr: {
    numberFirst: true,
    names: [
      'Rue de la Gare',
      'Rue des Écoles',
      'Avenue de la République',
      'Place du Marché',
      'Rue du Moulin',
      'Rue Victor Hugo',
      'Rue des Tilleuls',
      'Boulevard Pasteur',
      'Chemin des Vignes',
      "Rue de l'Église",
    ],
  },
  hr: { names: ['Kolodvorska ulica', 'Glavna ulica', 'Školska ulica', 'Vukovarska ulica', 'Obala', 'Lipova ulica'] },
  hu: { names: ['Petőfi Sándor utca', 'Kossuth Lajos utca', 'Fő utca', 'Állomás utca', 'Rákóczi út', 'Akácfa utca'] },
  is: { names: ['Aðalgata', 'Hafnargata', 'Skólavegur', 'Laufásvegur', 'Strandgata'] },
  it: {
    names: ['Via Roma', 'Via Garibaldi', 'Viale della Stazione', 'Corso Italia', 'Piazza del Mercato', 'Via Verdi'],
  },
  lt: { names: ['Stoties gatvė', 'Vilniaus gatvė', 'Liepų gatvė', 'Mokyklos gatvė', 'Sodų gatvė'] },
  lv: { names: ['Stacijas iela', 'Rīgas iela', 'Skolas iela', 'Liepu iela', 'Brīvības iela'] },
  nl: {
    names: [
      'Stationsweg',
      'Dorpsstraat',
      'Kerkstraat',
      'Molenweg',
      'Schoolstraat',
      'Parklaan',
      'Havenkade',
      'Lindelaan',
    ],
  },
  no: { names: ['Jernbanegata', 'Storgata', 'Skoleveien', 'Kirkeveien', 'Strandgata', 'Industriveien'] },
  pl: { names: ['ul. Dworcowa', 'ul. Szkolna', 'ul. Ogrodowa', 'ul. Lipowa', 'ul. Polna', 'Rynek', 'ul. Kościuszki'] },
  pt: { names: ['Rua da Estação', 'Avenida da Liberdade', 'Rua Direita', 'Largo do Mercado', 'Rua das Flores'] },
  ro: { names: ['Strada Gării', 'Strada Mihai Eminescu', 'Bulevardul Unirii', 'Strada Școlii', 'Strada Libertății'] },
  sk: { names: ['Hlavná', 'Staničná', 'Školská', 'Záhradná', 'Štúrova', 'Lipová'] },
  sl: { names: ['Kolodvorska ulica', 'Glavni trg', 'Šolska ulica', 'Prešernova ulica', 'Cankarjeva ulica'] },
  sv: { names: ['Storgatan', 'Järnvägsgatan', 'Skolgatan', 'Kyrkogatan', 'Parkgatan', 'Industrigatan', 'Hamngatan'] },
};

export function addressIn(language: string, random: Random): string {
  const { names, numberFirst } = street[language] ?? { names: ['Main Street'] };
  const name = pick(random, names);
  const number = integer(random, 1, 120);
  return numberFirst === true ? `${String(number)} ${name}` : `${name} ${String(number)}`;
}

/** @param pattern `#` a digit, `@` a letter, anything else itself */
export function postalCodeOf(pattern: string, random: Random): string {
  return pattern.replace(/[#@]/g, (place) =>
    place === '#' ? String(integer(random, 1, 9)) : String.fromCharCode(integer(random, 65, 90)),
  );
}
