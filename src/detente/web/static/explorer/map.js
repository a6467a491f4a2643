// The map: places as closely as the texts say. A country that is only named is itself the place, never a pin in its middle.
import { feature, geoArea, geoEqualEarth, geoGraticule10, geoPath, html, max, mesh, useEffect, useMemo, useRef, useState } from "../vendor.js";
import { Brushed } from "./brushed.js";
import { Several } from "./entry.js";
import { Filters } from "./filters.js";
import { Answer, Bounded, Nothing, Title, count, plural, useWidth } from "./parts.js";
import { useAsk, world } from "./source.js";
import { asked, changed, go } from "./state.js";

export function MapPage({ at }) {
  const answer = useAsk("map", asked(at.query)), [land, setLand] = useState(null), [error, setError] = useState(null);
  useEffect(() => {
    world().then((w) => setLand({ countries: feature(w, w.objects.countries).features.map(wound), borders: mesh(w, w.objects.countries, (a, b) => a !== b) }), setError);
  }, []);
  const value = answer.value;
  return html`<${Title}>Map<//><${Filters} /><${Brushed} at=${at} />
    <${Answer} of=${error ? { error } : answer} what="the map">${value && html`<${Bounded} bound=${value.bound} /><${Places} at=${at} value=${value} land=${land} />`}<//>`;
}

/** Rings turned so that a sphere knows their inside; those of coarse islands may run either way. */
function wound(country) {
  const turn = (ring) => (geoArea({ type: "Polygon", coordinates: [ring] }) > 2 * Math.PI ? [...ring].reverse() : ring);
  const { type, coordinates } = country.geometry, outer = ([first, ...holes]) => [turn(first), ...holes];
  return { ...country, geometry: { type, coordinates: type === "Polygon" ? outer(coordinates) : coordinates.map(outer) } };
}

const key = (place) => `${place.precision} ${place.country || ""} ${place.name}`;

function Places({ at, value, land }) {
  const places = useMemo(() => [...value.points, ...value.regions, ...value.countries].sort((a, b) => b.events - a.events), [value]);
  const titled = useMemo(() => {
    const names = new Map((land?.countries || []).map((c) => [c.id, c.properties.name]));
    return (p) => (p.precision === "country" ? names.get(p.country) || p.name : p.name);
  }, [land]);
  const chosen = places.find((p) => key(p) === at.query.get("spot"));
  const pick = (place) => go(changed(at, { spot: place && key(place) }), { replace: true });
  const [most, setMost] = useState(25);
  return html`<div class="picture-grid map-grid">
    <section aria-label="Map">${land ? html`<${World} value=${value} land=${land} chosen=${chosen} titled=${titled} onPick=${pick} />` : html`<p class="wait">Loading …</p>`}
      <ul class="legend flat" aria-label="Signs"><li><i class="dot coop"></i>mostly cooperative</li><li><i class="dot hostile"></i>mostly hostile</li><li><i class="swatch hatched"></i>the country as a whole</li></ul>
      <p class="note">${plural(value.placed, "event")} with a place. ${value.unplaced > 0 && `Of ${count(value.unplaced)} no text says where. `}${value.regions.length > 0 && `${plural(value.regions.length, "region")} without a point: in the table only.`}</p></section>
    <section class="table-side" aria-label="Table">
      ${chosen && html`<${Several} ids=${chosen.entries} title=${titled(chosen)} onClose=${() => pick(null)} />`}
      ${places.length ? html`<table class="links"><caption class="unseen">Places</caption><thead><tr><th scope="col">Place</th><th scope="col">How close</th><th scope="col" class="number">Events</th></tr></thead><tbody>
        ${places.slice(0, most).map((p) => html`<tr key=${key(p)} class=${p === chosen ? "chosen" : ""}><th scope="row">${titled(p)}</th><td>${p.precision}</td><td class="number"><button type="button" class="quiet" onClick=${() => pick(p)} aria-label=${`Show ${plural(p.events, "event")} in ${titled(p)}`}>${count(p.events)}${p.hostile ? html` <small>(${count(p.hostile)} hostile)</small>` : ""}</button></td></tr>`)}</tbody></table>
        ${places.length > most && html`<button type="button" class="button wide" onClick=${() => setMost(most + 200)}>More (${count(places.length - most)})</button>`}` : html`<${Nothing}>No text says where an event took place.<//>`}
    </section></div>`;
}

function World({ value, land, chosen, titled, onPick }) {
  const [ref, width] = useWidth(), [view, setView] = useState({ k: 1, x: 0, y: 0 }), drag = useRef(null);
  const height = Math.round(Math.min(width * 0.52, 560)) || 1;
  const drawn = useMemo(() => {
    if (!width) return null;
    const projection = geoEqualEarth().fitExtent([[4, 4], [width - 4, height - 4]], { type: "Sphere" }), path = geoPath(projection);
    return { projection, sphere: path({ type: "Sphere" }), grid: path(geoGraticule10()), borders: path(land.borders), countries: land.countries.map((c) => ({ id: c.id, name: c.properties.name, d: path(c) })) };
  }, [land, width]);
  const whole = useMemo(() => new Map(value.countries.map((p) => [p.country, p])), [value]);
  const most = max([...value.points, ...value.countries], (p) => p.events) || 1;
  const size = (p) => 3.5 + 11 * Math.sqrt(p.events / most), spots = drawn ? labelled(value.points, drawn.projection, view, size) : [];
  const zoom = (by, px = width / 2, py = height / 2) => setView((v) => bounded(v, Math.min(40, Math.max(1, v.k * by)), px, py, width, height));
  const move = (event) => {
    if (!drag.current || !event.buttons) return;
    const { view: v, x, y } = drag.current, far = Math.hypot(event.clientX - x, event.clientY - y);
    if (far > 4) {
      event.currentTarget.setPointerCapture(event.pointerId);
      setView(kept({ k: v.k, x: v.x + event.clientX - x, y: v.y + event.clientY - y }, width, height));
    }
  };
  const wheel = useRef();
  wheel.current = zoom;
  useEffect(() => {
    const element = ref.current;
    const turn = (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      wheel.current(event.deltaY > 0 ? 0.8 : 1.25, event.clientX - box.left, event.clientY - box.top);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, []);
  const press = (place, name) => ({ tabindex: 0, role: "button", "aria-label": `${name}, ${plural(place.events, "event")}`, onClick: () => onPick(place), onKeyDown: (e) => (e.key === "Enter" || e.key === " ") && (e.preventDefault(), onPick(place)) });
  const shade = (place) => (place.hostile > place.cooperative ? "tense" : "calm");
  return html`<div class="world" ref=${ref}>${drawn && html`<svg width=${width} height=${height} role="group" aria-label="World" onPointerDown=${(e) => (drag.current = { view, x: e.clientX, y: e.clientY })} onPointerMove=${move} onPointerUp=${() => (drag.current = null)} class=${view.k > 1 ? "near" : ""}>
    <defs>${["calm", "tense"].map((name) => html`<pattern id=${name} width=${7 / view.k} height=${7 / view.k} patternUnits="userSpaceOnUse"><path class=${name} d=${`M0 ${7 / view.k}L${7 / view.k} 0`} stroke-width=${2 / view.k} /></pattern>`)}</defs>
    <g transform=${`translate(${view.x},${view.y}) scale(${view.k})`}><path class="sea" d=${drawn.sphere} /><path class="grid" d=${drawn.grid} />
      ${drawn.countries.map((c) => {
        const place = whole.get(c.id);
        return place ? html`<g key=${c.id} class=${`country ${place === chosen ? "on" : ""}`} ...${press(place, `${c.name} as a country`)}><title>${c.name}, as a country: ${plural(place.events, "event")}</title><path class="land" d=${c.d} /><path d=${c.d} fill=${`url(#${shade(place)})`} class="hatched" opacity=${0.45 + 0.55 * Math.sqrt(place.events / most)} /></g>` : html`<path key=${c.id} class="land" d=${c.d} />`;
      })}<path class="borders" d=${drawn.borders} /></g>
    ${spots.map(({ p, at }) => {
      return html`<g key=${key(p)} class=${`spot ${shade(p)} ${p === chosen ? "on" : ""}`} transform=${`translate(${at[0]},${at[1]})`} ...${press(p, p.name)}><title>${p.name}: ${plural(p.events, "event")}, ${p.hostile} hostile</title><circle r="12" class="catch" /><circle r=${size(p)} /></g>`;
    })}
    ${spots.filter(({ p, named }) => named || p === chosen).map(({ p, at }) => html`<text key=${key(p)} class="spot-name" x=${at[0] + size(p) + 4} y=${at[1] + 4}>${p.name}</text>`)}
  </svg>`}<div class="choice zoom" role="group" aria-label="Zoom"><button type="button" onClick=${() => zoom(1.8)} aria-label="Nearer">+</button><button type="button" onClick=${() => zoom(1 / 1.8)} aria-label="Further">−</button></div></div>`;
}

/** Points on the screen; those with most events get their names first, as far as there is room. */
function labelled(points, projection, view, size) {
  const taken = [];
  return points.map((p) => {
    const spot = projection([p.lon, p.lat]), at = [view.x + spot[0] * view.k, view.y + spot[1] * view.k];
    const box = [at[0] + size(p) + 2, at[1] - 8, at[0] + size(p) + 10 + p.name.length * 6.6, at[1] + 8];
    const named = !taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]);
    if (named) taken.push(box);
    taken.push([at[0] - size(p), at[1] - size(p), at[0] + size(p), at[1] + size(p)]);
    return { p, at, named };
  });
}

const bounded = (v, k, px, py, width, height) => kept({ k, x: px - ((px - v.x) * k) / v.k, y: py - ((py - v.y) * k) / v.k }, width, height);
const kept = ({ k, x, y }, width, height) => ({ k, x: Math.min(0, Math.max(width * (1 - k), x)), y: Math.min(0, Math.max(height * (1 - k), y)) });
