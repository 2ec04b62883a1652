/** What converting between the generations costs, beside what any conversion can cost. Codes do not change. */
import type { Rule } from './effect.ts';

export const ownRules = {
  // Objects and documents.
  without_id: {
    effect: 'refused',
    meaning: 'The object has no id, so that nobody could find it again.',
    advice: 'Ask the API again; every station, location and tariff has one.',
  },
  not_this_form: {
    effect: 'refused',
    meaning: 'The object is not of the form that was named.',
    advice: 'Name the form with --from; forms can be told by their lists: evStations, items, data.',
  },
  no_position: {
    effect: 'refused',
    meaning:
      'The answer holds statuses only and says no position (v2 evses/bulk), so that no location can be made of it.',
    advice: 'Convert the answer of stations or pools for the same ids.',
  },
  error_answer: {
    effect: 'refused',
    meaning: 'The object is the answer to a request that failed.',
    advice: 'Repeat the request.',
  },
  xml_refused: {
    effect: 'refused',
    meaning: 'The XML is not well-formed, too large or too deep, or has a DOCTYPE or entities of its own.',
    advice: 'v2 sends none of these; ask the API again, or split the file.',
  },

  // Connector types.
  connector_36_ambiguous: {
    effect: 'ambiguous',
    meaning:
      'Id 36 stands for three sockets, of 16, 32 and 64 A, and neither amperes nor power say which; the smallest was taken.',
    advice: 'Look at the site, or at v3, and correct the standard.',
  },
  connector_36_by_power: {
    effect: 'guessed',
    meaning: 'Id 36 stands for three sockets; which one follows from the power, for want of amperes.',
    advice: 'Check where the charger is limited below what its socket carries.',
  },
  connector_36_merged: {
    effect: 'replaced',
    meaning: 'v2 has one id, 36, for the three sizes of IEC 60309-2 three-phase sockets.',
    advice: 'Keep the v3 value beside it if you need the size.',
  },
  connector_43_outside_north_america: {
    effect: 'doubtful',
    meaning:
      'Id 43 means NACS (SAE J3400) now. Older data has it for any Tesla connector, and NACS is rare outside North America.',
    advice: 'In Europe it is likely TESLA_S (id 68) or IEC_62196_T2; look the location up in v3.',
  },
  connector_by_successor: {
    effect: 'guessed',
    meaning: 'The id is deprecated and has no standard in v3; that of the id which took its place was used.',
    advice: 'Look the location up in v3.',
  },
  connector_successor_ambiguous: {
    effect: 'ambiguous',
    meaning: 'The id is deprecated and several others took its place; the first of them was used.',
    advice: 'Look the location up in v3.',
  },
  connector_retired: {
    effect: 'dropped',
    meaning:
      'The id is not used or deprecated without a successor; v3 has no standard for it, and UNRECOGNIZED stands in its place.',
    advice: 'Look the location up in v3.',
  },
  connector_type_unknown: {
    effect: 'dropped',
    meaning: 'Neither id nor name is one of v2; UNRECOGNIZED stands in its place.',
    advice: 'Check the spelling against docs/vocabularies.md.',
  },
  connector_id_unknown: {
    effect: 'dropped',
    meaning: 'The id is none of v2; the name decided.',
    advice: 'Check the id against docs/vocabularies.md.',
  },
  connector_name_contradicts: {
    effect: 'doubtful',
    meaning: 'Id and name belong to different types; the id decided.',
    advice: 'Find out which of them your data is kept by.',
  },
  connector_name_respelled: {
    effect: 'restated',
    meaning: 'The name is another spelling of what v2 calls this id, and comes back as the guide spells it.',
    advice: 'Nothing; never compare by name.',
  },
  connector_left_out: {
    effect: 'dropped',
    meaning:
      'This version of OCPI has no such plug, and no connector can be without one, so that the connector is left out.',
    advice: 'Use OCPI 2.3.0, which knows every plug.',
  },
  connector_without_id: {
    effect: 'dropped',
    meaning: 'v2 has no id for the standard; 1, UNRECOGNIZED, stands in its place.',
    advice: 'Read such connectors from v3.',
  },

  // Statuses.
  state_ambiguous: {
    effect: 'ambiguous',
    meaning:
      'The v2 state stands for two statuses of v3; the one that claims less was taken (guide, status mapping table).',
    advice: 'Ask v3 for the live status.',
  },
  state_unknown: {
    effect: 'dropped',
    meaning: 'The state is none of v2; the status is UNKNOWN.',
    advice: 'Check the spelling.',
  },
  state_contradicts: {
    effect: 'dropped',
    meaning: 'The EVSE is listed twice with different states; the first one holds.',
    advice: 'Ask v3 for the live status.',
  },
  status_unknown: {
    effect: 'dropped',
    meaning: 'The status is none of v3 that is known; UNKNOWN stands in its place.',
    advice: 'Check the spelling, or use a newer pantograph.',
  },
  status_merged: {
    effect: 'replaced',
    meaning: 'v2 has one state for this status and another (guide, status mapping table).',
    advice: 'Read statuses from v3 where the difference matters.',
  },
  removed_evse: {
    effect: 'dropped',
    meaning: 'v2 does not list EVSEs that were removed.',
    advice: 'Nothing, unless you show what is gone.',
  },
  removed_evse_hidden: {
    effect: 'dropped',
    meaning: 'The published dialect of v3 has no REMOVED, so that such EVSEs are left out.',
    advice: 'Use the dialect v3, which has it.',
  },
  planned_as_inoperative: {
    effect: 'replaced',
    meaning: 'The published dialect of v3 has no PLANNED; inoperative stands for it.',
    advice: 'Use the dialect v3, which has it.',
  },

  // EVSEs and groups.
  evse_made: {
    effect: 'guessed',
    meaning: 'The group only counts its connectors; an EVSE was made up for each, with an id of our own.',
    advice: 'Take ids from v3, or from v2 evses/bulk; ours are of no use to any API.',
  },
  connector_id_made: {
    effect: 'defaulted',
    meaning: 'v2 does not name this connector; it was numbered within its EVSE.',
    advice: 'Take connector ids from v3.',
  },
  modified_made: {
    effect: 'defaulted',
    meaning: 'Nothing says when the EVSE was last heard of; the time of the conversion was taken.',
    advice: 'Ask v3 for the live status.',
  },
  modified_of_station: {
    effect: 'guessed',
    meaning: 'The EVSE was given the time at which its station was last updated.',
    advice: 'Ask v3 for the live status.',
  },
  merged_in_group: {
    effect: 'dropped',
    meaning:
      'v2 says it once of a group of alike connectors; where they differ, or one of them does not say it, this one cannot be told.',
    advice: 'Read EVSEs and connectors from v3.',
  },
  spread_in_group: {
    effect: 'replaced',
    meaning:
      'v2 says it of a group of alike connectors, so that it seems to hold for this one too, which does not say it.',
    advice: 'Read EVSEs and connectors from v3.',
  },
  groups_from_evses: {
    effect: 'restated',
    meaning: 'Groups and counts follow from the EVSEs on the other side.',
    advice: 'Nothing.',
  },
  count_contradicts: {
    effect: 'dropped',
    meaning: 'The count is not what the listed EVSEs give; theirs holds.',
    advice: 'Count EVSEs by status; do not trust counts.',
  },

  // Volts, amperes, power.
  voltage_from_power: {
    effect: 'guessed',
    meaning: 'v2 gives a range of volts; power and amperes give the figure within it.',
    advice: 'Nothing, unless you bill by it.',
  },
  voltage_range_ambiguous: {
    effect: 'ambiguous',
    meaning: 'v2 gives a range of volts and nothing says which; maxVoltage was left out.',
    advice: 'Read it from v3.',
  },
  highest_of_range: {
    effect: 'guessed',
    meaning: 'v2 gives a range of amperes; its highest is what the connector can do at most.',
    advice: 'Read it from v3.',
  },
  electrics_from_capacity: {
    effect: 'guessed',
    meaning: 'Amperes or phases were read out of the phrase chargeCapacity.',
    advice: 'Read them from v3.',
  },
  two_phases_ambiguous: {
    effect: 'ambiguous',
    meaning: 'Two phases are AC_2_PHASE or AC_2_PHASE_SPLIT in v3; the first was taken.',
    advice: 'In North America it is likely split phase.',
  },
  direct_current_by_mode: {
    effect: 'guessed',
    meaning: 'Charge mode 4 is fast charging with direct current, so the power type is DC.',
    advice: 'Nothing.',
  },
  text_regenerated: {
    effect: 'restated',
    meaning: 'v2 says in a phrase what it also says in figures; the phrase is made anew and may be worded differently.',
    advice: 'Read the figures, never the phrase.',
  },

  // Companies, names, contacts.
  brand_as_operator: {
    effect: 'guessed',
    meaning:
      'v2 has one brand: the sub-operator, else the operator. It became the operator (guide, operator and suboperator).',
    advice: 'Read both from v3.',
  },
  operator_by_other_name: {
    effect: 'guessed',
    meaning: 'There is no brand; the supplier, else the name of the station, became the operator.',
    advice: 'Read the operator from v3.',
  },
  one_brand: {
    effect: 'dropped',
    meaning: 'v2 has one brand, that of the sub-operator where there is one; the rest of either company has no place.',
    advice: 'Read companies from v3.',
  },
  suboperator_as_brand: {
    effect: 'replaced',
    meaning: 'v2 has one brand and does not say that it is a sub-operator; it comes back as the operator.',
    advice: 'Read companies from v3.',
  },
  partner_id_made: {
    effect: 'defaulted',
    meaning: 'v2 has no partner id of operators; one was derived from the name.',
    advice: 'Take partner ids from v3 countryMetadata; ours match no API of another vendor.',
  },
  phone_respelled: {
    effect: 'repaired',
    meaning: 'v3 wants telephone numbers as E.164; blanks and marks were removed.',
    advice: 'Nothing.',
  },
  phone_not_international: {
    effect: 'dropped',
    meaning: 'The telephone number does not begin with a country, or is one too many; v3 has one number, as E.164.',
    advice: 'Have the operator write it with its country.',
  },
  contact_dropped: {
    effect: 'dropped',
    meaning: 'v3 has one telephone number and one website of the operator.',
    advice: 'Keep further contacts beside v3.',
  },
  default_name: {
    effect: 'restated',
    meaning: 'The name is the default text for places whose operator is unknown; OCPI says it by saying nothing.',
    advice: 'Nothing.',
  },
  name_of_brand: {
    effect: 'replaced',
    meaning: 'v3 names a location by its brand; the name that its source gives it has no place.',
    advice: 'Choose a naming scheme of your own, as the guide recommends.',
  },

  distance_dropped: {
    effect: 'dropped',
    meaning: 'The distance is from the point or route that was asked about; it is nothing of the place.',
    advice: 'Take distances from discovery, which answers them.',
  },

  // Ids.
  station_id_dropped: {
    effect: 'dropped',
    meaning: 'v3 has one id, that of the pool; several stations of one pool become several objects with the same id.',
    advice: 'Key by poolId before you migrate.',
  },
  pool_id_missing: {
    effect: 'guessed',
    meaning: 'There is no poolId; the station id was taken, which v3 may not know.',
    advice: 'Ask v2 for the pool; its id is the one v3 knows.',
  },
  id_prefix_dropped: {
    effect: 'replaced',
    meaning: 'Of a v3 id only the last part counts; what stands before it comes back as here:evcp:charginglocation.',
    advice: 'Compare the last part of ids only.',
  },
  content_id_dropped: {
    effect: 'replaced',
    meaning: 'OCPI knows a location by the id of its operator, not by the id v3 gives it.',
    advice: 'Keep a table of both ids if both sides are used.',
  },
  content_id_made: {
    effect: 'replaced',
    meaning:
      'The v3 id was derived from source, country, party and id; it is not the one another vendor gives the location.',
    advice: 'Name the same --source as your server does, so that ids agree with it.',
  },
  evse_global_id: {
    effect: 'dropped',
    meaning: 'The global id that v3 gives an EVSE has no place; it follows from the location id and uid.',
    advice: 'Key EVSEs by uid or evseId.',
  },

  // Hours.
  hours_differ: {
    effect: 'dropped',
    meaning:
      'v2 says hours of each connector; these differ from those of the first one, which became the hours of the place.',
    advice: 'Check the hours of the site.',
  },
  hours_incomplete: {
    effect: 'dropped',
    meaning: 'The hours do not come back the same from the other side: overlapping, empty or contradicting entries.',
    advice: 'Check the hours of the site.',
  },
  hours_exceptions: {
    effect: 'dropped',
    meaning: 'The target has no form for days that differ from the week.',
    advice: 'Read exceptions from the source.',
  },

  // Access and payment.
  restriction_reason_made: {
    effect: 'guessed',
    meaning: 'v2 says that access is restricted, not how; the restriction reads other.',
    advice: 'Read restrictions from v3.',
  },
  restriction_reason_dropped: {
    effect: 'replaced',
    meaning: 'v2 says that access is restricted, not how or for whom.',
    advice: 'Read restrictions from v3.',
  },
  access_said_by_absence: {
    effect: 'restated',
    meaning: 'v3 says that a place is public by naming no restriction.',
    advice: 'Nothing.',
  },
  payment_dropped: {
    effect: 'dropped',
    meaning: 'The other side has no word for this way to pay, or cannot say that it is refused.',
    advice: 'Read ways to pay from v3.',
  },
  payment_type_respelled: {
    effect: 'repaired',
    meaning: 'The type is an older spelling.',
    advice: 'Nothing.',
  },
  payments_of_station: {
    effect: 'guessed',
    meaning: 'v2 says it of the station; it was taken to hold for each EVSE.',
    advice: 'Read ways to pay from v3.',
  },

  // Prices.
  vat_unknown: {
    effect: 'doubtful',
    meaning: 'v2 states what is paid, v3 prices without VAT. Nothing says the rate, so the price was kept as it is.',
    advice: 'Read tariffs from v3 before you show prices.',
  },
  price_without_currency: {
    effect: 'dropped',
    meaning: 'The price names no currency, which v3 needs.',
    advice: 'Read tariffs from v3.',
  },
  price_model_unknown: {
    effect: 'dropped',
    meaning: 'v3 has no dimension for this kind of price, or the entry has no price.',
    advice: 'Read tariffs from v3.',
  },
  transaction_fee_as_flat: {
    effect: 'guessed',
    meaning: 'A transaction fee is paid once a session, so it became a flat price.',
    advice: 'Read tariffs from v3.',
  },
  price_reworded: {
    effect: 'dropped',
    meaning: 'Part of the price entry does not come back: its unit, description, period or rounding.',
    advice: 'Read tariffs from v3.',
  },
  step_of_one: {
    effect: 'restated',
    meaning: 'A step of 1 is what a price has that says none.',
    advice: 'Nothing.',
  },
  tariff_not_ad_hoc: {
    effect: 'dropped',
    meaning: 'v2 has prices paid on the spot only; tariffs of eMSPs and under contract have no place.',
    advice: 'Read tariffs from v3.',
  },
  tariff_conditions: {
    effect: 'dropped',
    meaning:
      'v2 can condition a price by time of day and weekday only; prices under other conditions are left out, and the others say so.',
    advice: 'Read tariffs from v3.',
  },
  tariff_merged: {
    effect: 'replaced',
    meaning: 'Prices of one group stand in one list in v2; which tariff or connector each belongs to cannot be told.',
    advice: 'Read tariffs from v3.',
  },
  tariff_partner: {
    effect: 'dropped',
    meaning: "A price in v2 is the brand's; name and partner of a tariff have no place.",
    advice: 'Read tariffs from v3.',
  },
  tariff_dangling: {
    effect: 'dropped',
    meaning: 'The tariff that the connector refers to is not there.',
    advice: 'Give the tariffs with --tariffs.',
  },
  tariff_not_now: {
    effect: 'dropped',
    meaning: 'The tariff is not yet or no longer in force; v3 states those that hold.',
    advice: 'Convert again when it holds.',
  },
  tariff_inexpressible: {
    effect: 'dropped',
    meaning: 'The target cannot state the price rightly, so the tariff is left out: an unknown price misleads nobody.',
    advice: 'Read the tariff from its source.',
  },
  tariff_id_made: {
    effect: 'defaulted',
    meaning: 'v3 tariffs have no id; one was derived from the content.',
    advice: 'Nothing, unless you join with tariffs from elsewhere.',
  },
  tariffs_not_written: {
    effect: 'dropped',
    meaning: 'OCPI keeps tariffs apart from locations, and no place was named for them.',
    advice: 'Name a file with --tariffs-out.',
  },

  // What OCPI carries otherwise.
  carried_as_extension: {
    effect: 'restated',
    meaning: 'OCPI has no field for it; it is carried in the custom property pantograph, which peers ignore.',
    advice: 'Nothing between systems that know the property; others do not see it.',
  },
  bays_merged: {
    effect: 'replaced',
    meaning:
      'v3 says of a location and of an EVSE what OCPI says of each parking bay: limits and directions that they share.',
    advice: 'Read bays from OCPI.',
  },
  providers_merged: {
    effect: 'replaced',
    meaning: 'v3 lists eMSPs of a location, OCPI those of each EVSE.',
    advice: 'Read providers by EVSE from OCPI.',
  },
  unpublished: {
    effect: 'doubtful',
    meaning: 'The location is not to be published; v3 and v2 have no word for that, and hold published places only.',
    advice: 'Leave such locations out before you show them.',
  },
  address_joined: {
    effect: 'replaced',
    meaning: 'OCPI has one line for street and house number; taking them apart again is a guess.',
    advice: 'Nothing, unless you need the house number alone.',
  },
  address_split: {
    effect: 'guessed',
    meaning:
      'OCPI has one line for street and house number; v3 has two fields, so the line was split where one reading stands out.',
    advice: 'Show the label, which is the line as it came.',
  },
} as const satisfies Record<string, Rule>;

export type OwnRuleCode = keyof typeof ownRules;
