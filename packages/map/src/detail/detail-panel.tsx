/** One place: what is free now first, then everything else that is known of it. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChargingLocation } from '../api/charging-location.ts';
import { locationPath } from '../api/charging-location.ts';
import { Glyph } from '../icons/glyph.tsx';
import type { AskedState } from '../live/use-asked.ts';
import { CurlThis } from '../shell/curl-this.tsx';
import { useWords } from '../words/use-words.ts';
import { DialectView } from './dialect-view.tsx';
import { EvseList } from './evse-list.tsx';
import { FactSections } from './fact-sections.tsx';
import { GroupList } from './group-list.tsx';
import { PriceSection } from './price-section.tsx';

interface DetailPanelProps {
  readonly contentId: string;
  readonly asked: AskedState<ChargingLocation>;
  readonly dialects: boolean;
  readonly onDialects: (shown: boolean) => void;
  readonly onClose: () => void;
}

export function DetailPanel({ contentId, asked, dialects, onDialects, onClose }: DetailPanelProps): JSX.Element {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [contentId]);
  const { answer, trouble } = asked;
  const place = trouble?.kind === 'gone' || trouble?.kind === 'refused' ? undefined : answer?.value;
  return (
    <section class="detail" aria-labelledby="detail-title" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div class="detail-bar">
        <button type="button" class="quiet" onClick={onClose}>
          <Glyph name="back" size={18} />
          {words.back}
        </button>
        {place !== undefined && (
          <button type="button" class="quiet" aria-pressed={dialects} onClick={() => onDialects(!dialects)}>
            <Glyph name="code" size={18} />
            {words.dialects}
          </button>
        )}
      </div>
      <h2 id="detail-title" ref={heading} tabIndex={-1}>
        {place?.name ?? place?.operator?.name ?? (place === undefined ? contentId : words.chargingPlaces)}
      </h2>
      {place === undefined ? (
        <Absent asked={asked} />
      ) : dialects ? (
        <DialectView contentId={contentId} />
      ) : (
        <Present contentId={contentId} place={place} credit={answer?.credit} offset={answer?.clockOffset ?? 0} />
      )}
      {(place === undefined || !dialects) && <CurlThis path={locationPath(contentId)} />}
    </section>
  );
}

function Absent({ asked }: { readonly asked: AskedState<ChargingLocation> }): JSX.Element {
  const words = useWords();
  const { trouble } = asked;
  if (trouble === undefined) return <p class="empty">{words.loading} …</p>;
  if (trouble.kind === 'unreachable') return <p class="empty">{words.noAnswer}</p>;
  return (
    <p class="empty" role="alert">
      <strong>{trouble.kind === 'gone' ? words.gone : trouble.text}</strong>
      <br />
      {trouble.kind === 'gone' ? words.goneHint : undefined}
    </p>
  );
}

interface PresentProps {
  readonly contentId: string;
  readonly place: ChargingLocation;
  readonly credit: string | undefined;
  /** The server's clock less ours, milliseconds. */
  readonly offset: number;
}

function Present({ contentId, place, credit, offset }: PresentProps): JSX.Element {
  const words = useWords();
  const { lat, lng } = place.location;
  const { operator, suboperator } = place;
  return (
    <>
      <p class="detail-address">
        {place.address?.label ?? `${lat.toFixed(5)}, ${lng.toFixed(5)}`}
        <a href={`geo:${String(lat)},${String(lng)}`} rel="noreferrer">
          {words.navigate}
        </a>
      </p>
      {operator !== undefined && (
        <p class="detail-operator">
          {operator.website === undefined ? (
            operator.name
          ) : (
            <a href={operator.website} target="_blank" rel="noreferrer noopener">
              {operator.name}
            </a>
          )}
          {suboperator !== undefined && suboperator.name !== operator.name && `, ${suboperator.name}`}
        </p>
      )}
      <GroupList groups={place.connectorGroups ?? []} />
      <EvseList evses={place.evses ?? []} clockOffset={offset} />
      <PriceSection contentId={contentId} />
      <FactSections place={place} credit={credit} />
    </>
  );
}
