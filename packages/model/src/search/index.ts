export { CATEGORY_PATTERN, evCategories, vehiclesOfCategory } from './category.ts';
export { countryOfName, isCountryCode } from './language/country-names.ts';
export { languageOf, languages, localeOf } from './language/languages.ts';
export type { Language } from './language/languages.ts';
export { placeCollectionOf } from './place-collection.ts';
export { PLACE_ID_PREFIX, presentPlace } from './present-place.ts';
export type { PlacePart, PresentPlaceOptions } from './present-place.ts';
export {
  AutosuggestResponse,
  ErrorResponse,
  Explanation,
  FacetValue,
  Facets,
  PlaceCollection,
  QueryItem,
  QueryTerm,
  SearchResponse,
} from './wire/envelopes.ts';
export { AvailabilityEvse, EvAvailability } from './wire/ev-availability.ts';
export { ChargingPoint, EvConnector, EvStation } from './wire/ev-station.ts';
export {
  Category,
  Contact,
  Highlights,
  OpeningHours,
  PlaceAddress,
  PlaceItem,
  StructuredHours,
  TextRange,
  TimeZone,
} from './wire/place-item.ts';
