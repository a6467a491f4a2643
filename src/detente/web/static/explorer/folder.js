// A report's folder as a source: scripts that call `detente(key, value)`, loaded on demand; filters are applied here, in the browser.
import { barred, counted, entryRow, fits, networked, placed } from "./sift.js";

const held = new Map(), loading = new Map();
let index = null;

globalThis.detente = (key, value) => {
  held.set(key, value);
};

/** Loads a script of the folder once; a promise. */
function loaded(file) {
  if (!loading.has(file)) {
    loading.set(file, new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = file;
      script.onload = done;
      script.onerror = () => fail(new Error(`${file} is missing from this report.`));
      document.head.append(script);
    }));
  }
  return loading.get(file);
}

/** The value of a key; an error that says so where the report has none. */
async function get(key) {
  if (held.has(key)) return held.get(key);
  if (!index) {
    await loaded("data/index.js");
    index = new Map(held.get("index").flatMap(({ file, keys }) => keys.map((k) => [k, file])));
  }
  if (!index.has(key)) throw new Error("This is not in the report.");
  await loaded(index.get(key));
  return held.get(key);
}

const whole = (noun) => get(noun).catch(() => null);
const OF_ONE = new Set(["article", "event", "actor", "citation"]);

/** The answer to a question, as the server would give it. */
export async function answer(noun, question) {
  if (OF_ONE.has(noun)) return get(`${noun}/${question.id}`);
  const make = MADE[noun];
  return make ? make(question) : get(noun);
}

async function story(question) {
  const all = await get("story"), names = new Map(all.sides.map((s) => [s.id, s.name]));
  const texts = question.text ? await titled(question.text) : null, outlets = question.outlet?.length ? await printed() : null;
  const marks = all.marks.filter((m) => fits(m, question, names) && (!texts || texts.has(m.article)) && (!outlets || outlets.get(m.article) && question.outlet.some((o) => o.toLowerCase() === outlets.get(m.article))));
  return { all, marks, names };
}

/** Articles whose title or shown words hold all words that are asked for. */
async function titled(text) {
  const search = await get("search"), words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const said = (hit) => `${hit.line} ${hit.quote} ${hit.snippet.map((p) => p.text).join("")}`.toLowerCase();
  return new Set(search.hits.filter((hit) => words.every((w) => said(hit).includes(w))).map((hit) => hit.article.id));
}

/** The outlet of each article. */
async function printed() {
  return new Map((await get("search")).hits.map((hit) => [hit.article.id, hit.article.outlet.toLowerCase()]));
}

async function entries(ids) {
  const events = await Promise.all(ids.map((id) => get(`event/${id}`).catch(() => null))), found = events.filter(Boolean);
  return { entries: found.map((e) => e.entry), sides: found.flatMap((e) => e.sides), after: null };
}

/** A page of a list that is all here. */
function page(rows, { limit = 50, after }) {
  const first = Number(after || 0), to = first + limit;
  return { rows: rows.slice(first, to), after: to < rows.length ? String(to) : null };
}

const from = ({ outlet }, article) => !outlet?.length || outlet.some((o) => o.toLowerCase() === article.outlet.toLowerCase());
const inTime = (day, { since, until }) => (!since || (day && day >= since)) && (!until || (day && day <= until));

const MADE = {
  async story(question) {
    const { all, marks } = await story(question);
    return { ...all, marks, histogram: barred(marks, all.histogram), bound: { ...all.bound, shown: marks.length, total: marks.length } };
  },
  async histogram(question) {
    const { all, marks } = await story(question);
    return barred(marks, all.histogram);
  },
  async facets(question) {
    const { marks } = await story(question);
    return counted(marks, await get("facets"), await printed());
  },
  async network(question) {
    const { all, marks } = await story(question);
    return networked(marks, all.sides);
  },
  async map(question) {
    const { marks } = await story(question);
    return placed(marks);
  },
  entries: ({ id }) => entries(id),
  async events(question) {
    const { marks } = await story(question), { rows, after } = page(marks, question);
    return { ...(await entries(rows.map(entryRow))), after };
  },
  async search(question) {
    const search = await get("search"), { marks } = await story(question), found = new Set(marks.map((m) => m.article)), texts = question.text ? await titled(question.text) : null;
    const narrow = ["actor", "code", "status", "place", "since", "until"].some((key) => question[key]?.length);
    if (question.kind === "event") {
      const { rows, after } = page(marks, question), { entries: list } = await entries(rows.map(entryRow)), heads = new Map(search.hits.map((h) => [h.article.id, h.article]));
      const hit = (e) => ({ id: e.id, kind: "event", article: heads.get(e.article) || { id: e.article, title: "", outlet: "", published: null }, line: e.line, status: e.status, day: e.day, source: e.source, quote: e.quote, entry: e.id, tellings: e.tellings.length, snippet: [] });
      return { kind: "event", hits: list.map(hit), after };
    }
    const { rows, after } = page(search.hits.filter((h) => (!texts || texts.has(h.article.id)) && (!narrow || found.has(h.article.id)) && from(question, h.article)), question);
    return { ...search, hits: rows, after };
  },
  async statements(question) {
    const all = await get("statements"), words = (question.about || question.text || "").toLowerCase().split(/\s+/).filter(Boolean);
    const { rows, after } = page(all.statements.filter((s) => (!question.actor?.length || question.actor.includes(s.speaker)) && inTime(s.moment.day, question) && from(question, s.article) && words.every((w) => s.line.toLowerCase().includes(w))), question);
    return { ...all, statements: rows, after };
  },
  async positions(question) {
    const all = await get("positions"), wanted = question.actor || [];
    if (!wanted.length) return all;
    const issues = all.matrix.issues.map((i) => ({ ...i, cells: i.cells.filter((c) => wanted.includes(c.party)) })).filter((i) => i.cells.length);
    return { ...all, matrix: { issues, parties: all.matrix.parties.filter((p) => wanted.includes(p.side.id)) } };
  },
  weigh: ({ case: name }) => get(`weigh/${name}`),
  async stories() {
    return (await whole("stories")) || { stories: { stories: [], new_since: null }, sides: [], bound: null };
  },
  async dyad(question) {
    const { all, marks } = await story({ ...question, actor: [] }), sides = new Map(all.sides.map((s) => [s.id, s]));
    const theirs = marks.filter((m) => [question.a, question.b].every((id) => m.actors.includes(id) || m.recipients.includes(id)) && (!question.directed || m.mutual || m.actors.includes(question.a)));
    const bars = barred(theirs.filter((m) => m.status === "actual"), { ...all.histogram, step: question.step }), list = await entries(theirs.slice(-200).map(entryRow));
    const side = (id) => sides.get(id) || { id, name: id, type: "other", country: null };
    const points = bars.bars.map((b) => ({ ...b, covered: true, articles: 0, both: 0, outlets: 0, events: b.entries.length, intensity: null, mean: null }));
    return { dyad: { a: side(question.a), b: side(question.b), directed: Boolean(question.directed), step: question.step, points, events: bars.events - bars.undated, wider: 0, undated: bars.undated, outside: 0, ahead: theirs.filter((m) => m.status === "planned").length, entries: list.entries }, bound: null };
  },
};
