/** The map beside the list. Without WebGL it says so, and the list goes on alone. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Glyph } from '../icons/glyph.tsx';
import type { Camera } from '../state/view-state.ts';
import { useWords } from '../words/use-words.ts';
import { Legend } from './legend.tsx';
import type { MapEvents, MapShown, OpenMap } from './open-map.ts';

interface MapViewProps extends MapEvents {
  readonly camera: Camera;
  readonly shown: MapShown;
  readonly styleUrl: string | undefined;
  readonly onOpen: (map: OpenMap | undefined) => void;
  readonly onHere: () => void;
}

export function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

export function MapView(props: MapViewProps): JSX.Element {
  const words = useWords();
  const container = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenMap>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [drawable] = useState(hasWebGl);

  useEffect(() => {
    const element = container.current;
    if (element === null || !drawable) return undefined;
    let closed = false;
    void import('./open-map.ts')
      .then(({ openMap }) => {
        if (closed) return;
        const { camera, shown, styleUrl, onOpen } = latest.current;
        opened.current = openMap({
          container: element,
          camera,
          shown,
          styleUrl,
          label: words.map,
          onMove: (...moved) => latest.current.onMove(...moved),
          onPlace: (id) => latest.current.onPlace(id),
          onPoint: (point) => latest.current.onPoint(point),
          onTrouble: (troubled) => latest.current.onTrouble(troubled),
        });
        // What changed while the engine was loading.
        opened.current.show(latest.current.shown);
        onOpen(opened.current);
      })
      .catch(() => latest.current.onTrouble(true));
    return () => {
      closed = true;
      opened.current?.close();
      opened.current = undefined;
      latest.current.onOpen(undefined);
    };
  }, [drawable]);

  useEffect(() => {
    opened.current?.show(props.shown);
  }, [props.shown.shade, props.shown.tiles, props.shown.chosen, props.shown.route]);

  if (!drawable) {
    return (
      <section class="map map-missing" aria-label={words.map}>
        <p>
          <strong>{words.noWebGl}</strong>
          <br />
          {words.noWebGlHint}
        </p>
      </section>
    );
  }
  return (
    <section class="map" aria-label={words.map}>
      <div class="map-canvas" ref={container} />
      <div class="map-buttons">
        <button type="button" title={words.zoomIn} aria-label={words.zoomIn} onClick={() => opened.current?.zoomBy(1)}>
          <Glyph name="plus" />
        </button>
        <button
          type="button"
          title={words.zoomOut}
          aria-label={words.zoomOut}
          onClick={() => opened.current?.zoomBy(-1)}
        >
          <Glyph name="minus" />
        </button>
        <button type="button" title={words.here} aria-label={words.here} onClick={props.onHere}>
          <Glyph name="here" />
        </button>
      </div>
      <Legend />
    </section>
  );
}
