// What the server would count, counted in the browser from the marks of a report: filters, bars, values, lines, places.
import { pairs } from "./lanes.js";
import { DAY, STEPS, day, iso, ms, span } from "./time.js";

export const entryRow = (mark) => mark.id;

/** Whether a mark fits what is asked; actors and places by id, code or name. */
export function fits(mark, asked, names) {
  const all = [...mark.actors, ...mark.recipients];
  const who = (a) => all.some((id) => id === a || (names.get(id) || "").toLowerCase() === a.toLowerCase());
  const where = mark.where ? [mark.where.country, mark.where.name, mark.where.adm1] : [];
  const s = span(mark.when);
  return (asked.actor || []).every(who)
    && (!asked.code?.length || asked.code.includes(mark.code))
    && (asked.status?.length ? asked.status.includes(mark.status) : asked.all || mark.status === "actual" || mark.status === "planned")
    && (!asked.place?.length || asked.place.some((p) => where.some((w) => w && w.toLowerCase() === p.toLowerCase())))
    && (!asked.since || (s && s[1] > ms(asked.since)))
    && (!asked.until || (s && s[0] < ms(asked.until) + DAY));
}

const QUADS = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"];

/** The bars of marks, by the step of a histogram that is already there. */
export function barred(marks, like) {
  const floor = STEPS[like.step] || STEPS.month, held = new Map(), first = like.bars[0] && like.earlier ? ms(like.bars[0].start) : -Infinity;
  let undated = 0, earlier = 0;
  for (const mark of marks) {
    const s = span(mark.when);
    if (!s) undated += 1;
    else if (s[0] < first) earlier += 1;
    else {
      const from = +floor.floor(new Date(s[0]));
      if (!held.has(from)) held.set(from, { start: iso(from), end: iso(+floor.offset(new Date(from), 1) - DAY), label: day(from), quads: Object.fromEntries(QUADS.map((q) => [q, 0])), planned: 0, entries: [] });
      const bar = held.get(from);
      bar.quads[QUADS[mark.quad - 1]] += 1;
      bar.planned += mark.status === "planned";
      bar.entries.push(mark.id);
    }
  }
  const labels = new Map(like.bars.map((b) => [b.start, b.label]));
  const bars = [...held].sort(([a], [b]) => a - b).map(([, bar]) => ({ ...bar, label: labels.get(bar.start) || bar.label }));
  return { step: like.step, bars, events: marks.length, undated, earlier };
}

/** The values of all facets with their counts among marks; names are those of the whole report. */
export function counted(marks, all, printed) {
  const of = (list, values) => {
    const n = new Map();
    for (const mark of marks) for (const v of new Set(values(mark))) n.set(v, (n.get(v) || 0) + 1);
    return list.map((v) => ({ ...v, count: n.get(v.value) || 0 })).filter((v) => v.count).sort((a, b) => b.count - a.count);
  };
  return {
    ...all, events: marks.length,
    actors: of(all.actors, (m) => [...m.actors, ...m.recipients]), codes: of(all.codes, (m) => [m.code]), quads: of(all.quads, (m) => [String(m.quad)]),
    statuses: of(all.statuses, (m) => [m.status]), countries: of(all.countries, (m) => (m.where?.country ? [m.where.country] : [])), outlets: of(all.outlets, (m) => [printed.get(m.article)]), months: all.months,
  };
}

/** Parties and what passes between them. */
export function networked(marks, sides) {
  const nodes = new Map(), edges = new Map(), known = new Map(sides.map((s) => [s.id, s]));
  let alone = 0;
  for (const mark of marks) {
    const two = pairs(mark);
    alone += two.length === 0;
    for (const [a, b] of two) {
      const key = `${a} ${b} ${mark.mutual} ${mark.quad}`, edge = edges.get(key) || { a, b, mutual: mark.mutual, quad: mark.quad, events: 0, planned: 0, intensity: 0, entries: [] };
      edge.events += 1;
      edge.planned += mark.status !== "actual";
      edge.intensity += mark.intensity;
      edge.entries.push(mark.id);
      edges.set(key, edge);
    }
    for (const id of new Set(two.flat())) {
      const node = nodes.get(id) || { ...known.get(id), id, name: known.get(id)?.name || id, events: 0, cooperative: 0, hostile: 0 };
      node.events += 1;
      node[mark.quad < 3 ? "cooperative" : "hostile"] += 1;
      nodes.set(id, node);
    }
  }
  const most = (a, b) => b.events - a.events;
  return { nodes: [...nodes.values()].sort(most), edges: [...edges.values()].map((e) => ({ ...e, intensity: e.intensity / e.events })).sort(most), alone, bound: null };
}

/** Places of marks, as closely as the texts say. */
export function placed(marks) {
  const held = new Map();
  for (const mark of marks) {
    const w = mark.where;
    if (!w) continue;
    const name = w.precision === "country" && w.country ? w.country : w.name, key = `${name} ${w.precision} ${w.country}`;
    const place = held.get(key) || { name: w.name, precision: w.precision, country: w.country, lat: w.lat, lon: w.lon, events: 0, cooperative: 0, hostile: 0, intensity: 0, entries: [] };
    place.events += 1;
    place[mark.quad < 3 ? "cooperative" : "hostile"] += 1;
    place.entries.push(mark.id);
    held.set(key, place);
  }
  const all = [...held.values()].sort((a, b) => b.events - a.events), pinned = (p) => (p.precision === "point" || p.precision === "city") && p.lat !== null;
  const n = all.reduce((sum, p) => sum + p.events, 0);
  return { points: all.filter(pinned), regions: all.filter((p) => p.precision !== "country" && !pinned(p)), countries: all.filter((p) => p.precision === "country"), placed: n, unplaced: marks.length - n, bound: null };
}
