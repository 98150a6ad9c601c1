// The geographic map: our own layers of land and places, drawn by MapLibre.  The page has the same services as a list,
// so whoever sees no map misses nothing.
import maplibre from "maplibre-gl/dist/maplibre-gl-csp.js";

const frame = document.querySelector("[data-map]");
const { worker, places, districts, towns, bounds, from, tiles, label, none, scroll, fingers } = frame.dataset;
const box = frame.querySelector(".geo-map"), here = frame.querySelector(".geo-here");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const region = bounds.split(",").map(Number);

// What a token of the style sheet is in this look.
const colour = token => {
  box.style.color = `var(${token})`;
  const found = getComputedStyle(box).color;
  box.style.color = "";
  return found;
};

const style = () => ({
  version: 8,
  sources: {
    ...(tiles ? { tiles: { type: "raster", tiles: [tiles], tileSize: 256 } } : {}),
    towns: { type: "geojson", data: towns },
    districts: { type: "geojson", data: districts },
    places: { type: "geojson", data: places, cluster: true, clusterRadius: 40, clusterMaxZoom: 13 },
    from: { type: "geojson", data: { type: "FeatureCollection", features: from ? [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: from.split(",").map(Number) } }] : [] } },
  },
  layers: [
    { id: "ground", type: "background", paint: { "background-color": colour("--page") } },
    ...(tiles ? [{ id: "tiles", type: "raster", source: "tiles" }] : []),
    { id: "land", type: "fill", source: "districts", paint: { "fill-color": colour("--tint"), "fill-opacity": tiles ? 0.2 : 1 } },
    { id: "towns", type: "line", source: "towns", minzoom: 8.5, paint: { "line-color": colour("--line-2"), "line-width": 0.5 } },
    { id: "districts", type: "line", source: "districts", paint: { "line-color": colour("--edge"), "line-width": 1.2 } },
    { id: "many", type: "circle", source: "places", filter: ["has", "point_count"], paint: { "circle-color": colour("--act"), "circle-radius": ["step", ["get", "point_count"], 13, 10, 17, 50, 22], "circle-stroke-width": 2, "circle-stroke-color": colour("--block") } },
    { id: "one", type: "circle", source: "places", filter: ["!", ["has", "point_count"]], paint: { "circle-color": colour("--act"), "circle-radius": 7, "circle-stroke-width": 2, "circle-stroke-color": colour("--block") } },
    { id: "from", type: "circle", source: "from", paint: { "circle-color": colour("--thread"), "circle-radius": 9, "circle-stroke-width": 3, "circle-stroke-color": colour("--ink") } },
    { id: "names", type: "symbol", source: "towns", minzoom: 9, layout: { "text-field": ["get", "name"], "text-size": 12, "text-font": ["Roboto Variable"] }, paint: { "text-color": colour("--ink-2"), "text-halo-color": colour("--tint"), "text-halo-width": 1.5 } },
    { id: "district-names", type: "symbol", source: "districts", maxzoom: 9, layout: { "text-field": ["get", "name"], "text-size": 13, "text-font": ["Roboto Variable"] }, paint: { "text-color": colour("--ink-2"), "text-halo-color": colour("--tint"), "text-halo-width": 1.5 } },
    { id: "counts", type: "symbol", source: "places", filter: ["has", "point_count"], layout: { "text-field": ["get", "point_count_abbreviated"], "text-size": 12, "text-font": ["Roboto Variable"], "text-allow-overlap": true }, paint: { "text-color": "#fff" } },
  ],
});

const tell = features => {
  const seen = new Set(), list = here.querySelector("ul");
  list.replaceChildren();
  for (const { properties: { slug, href, name, provider, kind } } of features) {
    if (seen.has(slug)) continue;
    seen.add(slug);
    const item = document.createElement("li"), link = document.createElement("a"), facts = document.createElement("p");
    link.href = href ?? `/sluzby/${slug}`, link.textContent = name;
    facts.className = "meta", facts.textContent = [provider, kind].filter(Boolean).join(" · ");
    item.append(link, facts), list.append(item);
  }
  here.querySelector("h2").textContent = `${label.split(".")[0]}: ${seen.size}`;
  here.hidden = seen.size === 0;
};

const go = (map, where) => still ? map.jumpTo(where) : map.easeTo(where);

function show() {
  maplibre.setWorkerUrl(worker);
  const map = new maplibre.Map({
    container: box,
    style: style(),
    bounds: region,
    fitBoundsOptions: { padding: 24 },
    attributionControl: false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    locale: {
      "Map.Title": label,
      "CooperativeGesturesHandler.WindowsHelpText": scroll,
      "CooperativeGesturesHandler.MacHelpText": scroll.replace("Ctrl", "⌘"),
      "CooperativeGesturesHandler.MobileHelpText": fingers,
    },
  });
  map.touchZoomRotate.disableRotation();
  if (from) map.once("load", () => map.jumpTo({ center: from.split(",").map(Number), zoom: 10.5 }));
  map.on("click", "many", async ({ features: [{ properties, geometry }] }) =>
    go(map, { center: geometry.coordinates, zoom: await map.getSource("places").getClusterExpansionZoom(properties.cluster_id) + 0.3 }));
  map.on("click", "one", ({ point: { x, y } }) => tell(map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ["one"] })));
  for (const layer of ["many", "one"]) {
    map.on("mouseenter", layer, () => map.getCanvas().style.cursor = "pointer");
    map.on("mouseleave", layer, () => map.getCanvas().style.cursor = "");
  }
  map.once("idle", () => frame.dataset.ready = "");
  const acts = {
    in: () => go(map, { zoom: map.getZoom() + 1 }),
    out: () => go(map, { zoom: map.getZoom() - 1 }),
    all: () => map.fitBounds(region, { padding: 24, animate: !still }),
  };
  frame.addEventListener("click", event => acts[event.target.dataset.geo]?.());
  document.addEventListener("change", event => { if (event.target.closest("form[data-look]")) map.setStyle(style()); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style()));
}

try {
  show();
} catch {
  frame.replaceChildren(Object.assign(document.createElement("p"), { className: "small", textContent: none }));
}
