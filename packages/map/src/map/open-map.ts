/** The map engine, set up for charging places. Loaded after the list, since it is the largest part of the page. */
import type {
  FilterSpecification,
  GeoJSONSource,
  MapLayerMouseEvent,
  StyleSpecification,
  VectorTileSource,
} from 'maplibre-gl';
import { AttributionControl, Map, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { keyHeaders } from '../api/api-key.ts';
import type { Bounds } from '../api/places.ts';
import type { Camera, Point } from '../state/view-state.ts';
import { drawBase } from './base-data.ts';
import { wrapped } from './bounds-around.ts';
import type { Shade } from './map-style.ts';
import { PLACES, ROUTE, baseStyle, placeLayers } from './map-style.ts';

export interface MapEvents {
  /** The visitor moved the map, or the map moved for them. */
  readonly onMove: (camera: Camera, bounds: Bounds) => void;
  readonly onPlace: (contentId: string) => void;
  /** A click beside every place. */
  readonly onPoint: (point: Point) => void;
  /** Tiles or style failed; `false` once they come again. */
  readonly onTrouble: (troubled: boolean) => void;
}

export interface MapShown {
  readonly shade: Shade;
  /** Ends in the parameters of the filter. */
  readonly tiles: string;
  readonly chosen: string | undefined;
  readonly route: readonly Point[] | undefined;
}

export interface OpenMap {
  show(shown: MapShown): void;
  flyTo(camera: Camera): void;
  fit(points: readonly Point[]): void;
  zoomBy(steps: number): void;
  close(): void;
}

interface OpenMapOptions extends MapEvents {
  readonly container: HTMLElement;
  readonly camera: Camera;
  readonly shown: MapShown;
  /** A style from elsewhere in place of the offline one. */
  readonly styleUrl: string | undefined;
  readonly label: string;
}

const clickable = ['clusters', 'places', 'place marks'];
/** Pixels around a finger or a pointer. */
const TOUCH = 8;
/** Zoom levels that a click on a cluster goes down. */
const CLUSTER_STEP = 2.2;
/** The tiles' last zoom with detail of their own. */
const MAX_ZOOM = 19;

export function openMap(options: OpenMapOptions): OpenMap {
  const { container, camera, styleUrl, onMove, onPlace, onPoint, onTrouble } = options;
  let shown = options.shown;
  setWorkerUrl(new URL(workerUrl, location.href).href);
  const map = new Map({
    container,
    style: styleUrl ?? baseStyle(shown.shade),
    center: [camera.lng, camera.lat],
    zoom: camera.zoom,
    maxZoom: MAX_ZOOM,
    transformRequest: (url) =>
      url.startsWith(`${location.origin}/`) ? { url, headers: { ...keyHeaders() } } : { url },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    locale: { 'Map.Title': options.label },
    // Names are drawn with the fonts of the device.
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  map.addControl(new ScaleControl({ maxWidth: 100 }), 'bottom-left');

  const setStyle = (style: StyleSpecification): void => {
    map.setStyle(style, { diff: false });
  };
  map.on('style.load', () => {
    map.addSource(PLACES, { type: 'vector', tiles: [shown.tiles], minzoom: 0, maxzoom: 16 });
    map.addSource(ROUTE, { type: 'geojson', data: lineOf(shown.route) });
    for (const layer of placeLayers(shown.shade)) map.addLayer(layer);
    map.setFilter('chosen', chosenFilter(shown.chosen));
    if (styleUrl === undefined) {
      drawBase(map).then(
        () =>
          map.once('idle', () => {
            // Says in the document that everything is drawn, for those who watch from outside.
            container.dataset['map'] = 'drawn';
          }),
        () => onTrouble(true),
      );
    }
  });
  map.on('moveend', () => {
    onMove(cameraOf(map), boundsOf(map));
  });
  map.on('load', () => {
    onMove(cameraOf(map), boundsOf(map));
  });
  map.on('error', () => {
    onTrouble(true);
  });
  map.on('sourcedata', ({ sourceId, tile, isSourceLoaded }) => {
    if (sourceId === PLACES && tile !== undefined && isSourceLoaded) onTrouble(false);
  });
  map.on('click', (event) => {
    const { x, y } = event.point;
    const layers = clickable.filter((id) => map.getLayer(id) !== undefined);
    const [hit] = map.queryRenderedFeatures(
      [
        [x - TOUCH, y - TOUCH],
        [x + TOUCH, y + TOUCH],
      ],
      { layers },
    );
    const id: unknown = hit?.properties['id'];
    if (hit === undefined) onPoint({ lat: event.lngLat.lat, lng: event.lngLat.lng });
    else if (typeof id === 'string') onPlace(id);
    else if (hit.geometry.type === 'Point') {
      const [lng = 0, lat = 0] = hit.geometry.coordinates;
      map.easeTo({ center: [lng, lat], zoom: map.getZoom() + CLUSTER_STEP });
    }
  });
  const point = (cursor: string) => (_: MapLayerMouseEvent) => {
    map.getCanvas().style.cursor = cursor;
  };
  for (const layer of clickable) {
    map.on('mouseenter', layer, point('pointer'));
    map.on('mouseleave', layer, point(''));
  }

  return {
    show(next) {
      const before = shown;
      shown = next;
      if (next.shade !== before.shade && styleUrl === undefined) {
        setStyle(baseStyle(next.shade));
        return;
      }
      if (!map.getSource(PLACES)) return;
      if (next.tiles !== before.tiles) map.getSource<VectorTileSource>(PLACES)?.setTiles([next.tiles]);
      if (next.chosen !== before.chosen) map.setFilter('chosen', chosenFilter(next.chosen));
      if (next.route !== before.route) void map.getSource<GeoJSONSource>(ROUTE)?.setData(lineOf(next.route));
    },
    flyTo({ lat, lng, zoom }) {
      map.easeTo({ center: [lng, lat], zoom, duration: 700 });
    },
    fit(points) {
      const lngs = points.map(({ lng }) => lng);
      const lats = points.map(({ lat }) => lat);
      map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], { padding: 60 });
    },
    zoomBy(steps) {
      map.easeTo({ zoom: map.getZoom() + steps });
    },
    close() {
      map.remove();
    },
  };
}

function chosenFilter(id: string | undefined): FilterSpecification {
  return ['==', ['get', 'id'], id ?? ''];
}

function lineOf(points: readonly Point[] | undefined): GeoJSON.Feature {
  const coordinates = (points ?? []).map(({ lat, lng }) => [lng, lat]);
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
}

function cameraOf(map: Map): Camera {
  const { lat, lng } = map.getCenter().wrap();
  return { lat, lng, zoom: map.getZoom() };
}

/** The whole girth where the map shows more than once around. */
function boundsOf(map: Map): Bounds {
  const box = map.getBounds();
  const [west, east] = [box.getWest(), box.getEast()];
  const south = Math.max(-90, box.getSouth());
  const north = Math.min(90, box.getNorth());
  if (east - west >= 360) return { west: -180, south, east: 180, north };
  return { west: wrapped(west), south, east: wrapped(east), north };
}
