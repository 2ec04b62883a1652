/** The page: search and filters, list or place, map. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Bounds } from '../api/places.ts';
import { DetailPanel } from '../detail/detail-panel.tsx';
import { FilterPanel } from '../filters/filter-panel.tsx';
import { Glyph } from '../icons/glyph.tsx';
import { PlaceList } from '../list/place-list.tsx';
import { AgeBadge } from '../live/age-badge.tsx';
import { boundsAround } from '../map/bounds-around.ts';
import { MapView, hasWebGl } from '../map/map-view.tsx';
import type { OpenMap } from '../map/open-map.ts';
import { RouteBox } from '../search/route-box.tsx';
import { SearchBox } from '../search/search-box.tsx';
import type { Suggestion } from '../search/find-suggestions.ts';
import { countFilters, noFilters } from '../state/filters.ts';
import type { Camera, Point } from '../state/view-state.ts';
import { useViewState } from '../state/use-view-state.ts';
import type { Language } from '../words/use-words.ts';
import { WordsContext, wordsIn } from '../words/use-words.ts';
import { Header } from './header.tsx';
import { Notices } from './notices.tsx';
import type { PageSettings, Theme } from './page-settings.ts';
import { readTaste, storeTaste } from './page-settings.ts';
import { usePageData } from './use-page-data.ts';
import { useShade } from './use-shade.ts';

/** Pixels up to which the list stands below the map, as in the stylesheet: filters open on demand there. */
const PHONE = 720;
/** Of the window's width. */
const MAP_SHARE = 0.7;
/** Zoom at which a place that was searched for is shown. */
const PLACE_ZOOM = 14;

export function App({ settings }: { readonly settings: PageSettings }): JSX.Element {
  const { view, change, jumps, unreadable } = useViewState();
  const [taste, setTaste] = useState(() => readTaste(location.search));
  // Until the map engine says better.
  const [bounds, setBounds] = useState<Bounds>(() => boundsAround(view.camera, innerWidth * MAP_SHARE, innerHeight));
  const [mapless] = useState(() => !hasWebGl());
  const [hasRoom] = useState(() => innerWidth > PHONE);
  const [tilesTrouble, setTilesTrouble] = useState(false);
  const [hereDenied, setHereDenied] = useState(false);
  const [drawing, setDrawing] = useState<readonly Point[]>();
  const map = useRef<OpenMap>(undefined);
  const shade = useShade(taste.theme);
  const words = wordsIn[taste.language];
  const data = usePageData(view, mapless ? undefined : bounds, settings.eventsPath);

  useEffect(() => {
    document.documentElement.lang = words.locale;
    document.title = `${words.title} · Pantograph`;
  }, [words]);
  useEffect(() => {
    if (jumps > 0) map.current?.flyTo(view.camera);
  }, [jumps]);

  const open = useCallback((place: string) => change({ place }, 'push'), [change]);
  const close = useCallback(() => change({ place: undefined, dialects: false }, 'push'), [change]);
  const go = (camera: Camera): void => {
    if (map.current === undefined) change({ camera });
    else map.current.flyTo(camera);
  };
  const take = (suggestion: Suggestion): void => {
    if (suggestion.kind === 'town') {
      change({ place: undefined });
      go(suggestion.camera);
    } else {
      go({ ...suggestion.position, zoom: PLACE_ZOOM });
      open(suggestion.id);
    }
  };
  const showRoute = (route: readonly Point[] | undefined): void => {
    change({ route });
    if (route !== undefined) map.current?.fit(route);
  };
  const draw = (start: boolean): void => {
    if (!start && drawing !== undefined && drawing.length >= 2) showRoute(drawing);
    setDrawing(start ? [] : undefined);
  };
  const goHere = (): void => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => go({ lat: coords.latitude, lng: coords.longitude, zoom: 13 }),
      () => setHereDenied(true),
    );
  };
  const setTheme = (theme: Theme): void => {
    setTaste({ ...taste, theme });
    storeTaste({ theme });
  };
  const setLanguage = (language: Language): void => {
    setTaste({ ...taste, language });
    storeTaste({ language });
  };

  const unreachable = [data.list, data.detail].some(({ trouble }) => trouble?.kind === 'unreachable');
  const keyless = [data.list, data.detail].some(({ trouble }) => trouble?.kind === 'keyless');
  const filtered = countFilters(view.filters);
  const isOpen = view.place !== undefined;
  const layout = [
    'app',
    isOpen ? 'app-open' : '',
    isOpen && view.dialects ? 'app-wide' : '',
    mapless ? 'app-mapless' : '',
  ];
  return (
    <WordsContext.Provider value={words}>
      <div class={layout.join(' ')}>
        <Header theme={taste.theme} language={taste.language} onTheme={setTheme} onLanguage={setLanguage}>
          <SearchBox near={view.camera} onTake={take} />
        </Header>
        <main class="panel">
          <Notices
            unreachable={unreachable}
            tilesTrouble={tilesTrouble && !keyless}
            unreadable={unreadable}
            hereDenied={hereDenied}
            keyless={keyless}
          />
          {view.place === undefined ? (
            <>
              <details class="filter-box" open={hasRoom}>
                <summary>
                  <Glyph name="filter" size={18} />
                  {words.filters}
                  {filtered > 0 && <span class="count">{filtered}</span>}
                  {filtered > 0 && (
                    <button
                      type="button"
                      class="quiet clear"
                      onClick={(event) => {
                        // Beside the summary, not of it.
                        event.preventDefault();
                        change({ filters: noFilters });
                      }}
                    >
                      {words.clearFilters}
                    </button>
                  )}
                </summary>
                <FilterPanel
                  filters={view.filters}
                  operators={data.operators}
                  cards={data.cards}
                  onChange={(filters) => change({ filters })}
                />
                <RouteBox route={view.route} drawing={drawing} canDraw={!mapless} onRoute={showRoute} onDraw={draw} />
              </details>
              <PlaceList
                asked={data.list}
                path={data.listPath}
                sorting={view.sorting}
                prices={data.prices}
                onSort={(sorting) => change({ sorting })}
                onOpen={open}
              />
            </>
          ) : (
            <DetailPanel
              contentId={view.place}
              asked={data.detail}
              dialects={view.dialects}
              onDialects={(dialects) => change({ dialects })}
              onClose={close}
            />
          )}
        </main>
        <div class="map-area">
          <MapView
            camera={view.camera}
            shown={{ shade, tiles: data.tiles, chosen: view.place, route: drawing ?? view.route }}
            styleUrl={settings.styleUrl}
            onOpen={(opened) => {
              map.current = opened;
            }}
            onMove={(camera, seen) => {
              setBounds(seen);
              change({ camera });
            }}
            onPlace={open}
            onPoint={(point) => {
              if (drawing !== undefined) setDrawing([...drawing, point]);
            }}
            onTrouble={setTilesTrouble}
            onHere={goHere}
          />
          <AgeBadge
            newest={data.newest}
            answeredAt={data.list.answeredAt}
            clockOffset={data.list.answer?.clockOffset ?? 0}
            isLost={data.stream === 'lost'}
          />
        </div>
      </div>
    </WordsContext.Provider>
  );
}
