// Questions to a case: buttons and fields that write them as the command line has them; the address keeps what is asked.
import { html, useState } from "../vendor.js";
import { changed, go } from "./state.js";

/** What may be asked, the fields it needs, and what makes words of them. */
const KINDS = {
  join: { name: "joins", fields: ["anyone", "place"], words: (f) => `${f.anyone} ${f.place}` },
  leave: { name: "leaves", fields: ["party"], words: (f) => f.party },
  shift: { name: "moves", fields: ["party", "place"], words: (f) => `${f.party} ${f.place}` },
  bloc: { name: "stand together", fields: ["parties", "place"], words: (f) => `${f.parties.join(",")} ${f.place}` },
  salience: { name: "cares more or less", fields: ["party", "low", "high"], words: (f) => amount(f) },
  influence: { name: "can do more or less", fields: ["party", "low", "high"], words: (f) => amount(f) },
  reach: { name: "needs what to reach", fields: ["party", "anchor"], words: (f) => `${f.party}: ${f.anchor}` },
  with: { key: "compare", name: "is in: compare", fields: ["anyone", "place"], words: (f) => `with ${f.anyone} ${f.place}` },
  without: { key: "compare", name: "is out: compare", fields: ["parties"], words: (f) => `without ${f.parties.join(", ")}` },
};
const ASKED = ["join", "leave", "bloc", "shift", "salience", "influence", "compare", "reach"];
const SAID = { join: "joins", leave: "leaves", bloc: "together", shift: "moves", salience: "salience", influence: "influence", compare: "compare", reach: "needs" };
const amount = (f) => `${f.party}=${f.low}${f.high && f.high !== f.low ? `-${f.high}` : ""}`;

/** The questions of an address, as the source takes them. */
export function questions(query) {
  const found = Object.fromEntries([...ASKED, "model"].map((key) => [key, query.getAll(key)]).filter(([, all]) => all.length));
  for (const key of ["draws", "seed", "gains"]) if (query.has(key)) found[key] = query.get(key);
  return found;
}

/** The form, what is asked now, and which models answer. */
export function Questions({ at, of, error }) {
  const asked = ASKED.flatMap((key) => at.query.getAll(key).map((words, n) => ({ key, words, n })));
  const without = ({ key, n }) => go(changed(at, { [key]: at.query.getAll(key).filter((_, i) => i !== n) }), { replace: true });
  return html`<section class="asking" aria-label="Questions">
    ${of && html`<${Form} at=${at} of=${of} />`}
    ${asked.length > 0 && html`<div class="chips">${asked.map((q) => html`<button type="button" class="chip" aria-label=${`Take back: ${SAID[q.key]} ${q.words}`} onClick=${() => without(q)}>${SAID[q.key]} <b>${q.words}</b><span>✕</span></button>`)}
      ${asked.length > 1 && html`<button type="button" class="quiet" onClick=${() => go(changed(at, Object.fromEntries(ASKED.map((k) => [k, null]))), { replace: true })}>Take all back</button>`}</div>`}
    ${of && !error && html`<${Told} of=${of} />`}
    ${of && html`<${Models} at=${at} of=${of} />`}
  </section>`;
}

/** What the questions change, in a line each; the cards below tell more. */
function Told({ of }) {
  const cards = of.sheets.flatMap((s) => s.cards.map((card) => ({ card, issue: of.issues.length > 1 ? `${of.issues[s.block.issue]}: ` : "" })));
  return html`<div role="status"><ul class="told">${cards.map(({ card, issue }) => html`<li>${issue}${card.title}: <b>${card.verdict[0].toLowerCase()}${card.verdict.slice(1)}</b>. ${card.lines[0]} ${card.lines[1]}</li>`)}</ul></div>`;
}

function Form({ at, of }) {
  const [kind, setKind] = useState("join"), [given, set] = useState({});
  const { fields, words, key = kind } = KINDS[kind];
  const first = { party: of.parties[0], place: of.places.find((p) => p.startsWith("at ")), anchor: of.anchors[0], anyone: "", parties: [], low: "", high: "" };
  const filled = Object.fromEntries(fields.map((f) => [f, given[f] ?? first[f]]));
  const ready = fields.every((f) => f === "high" || (Array.isArray(filled[f]) ? filled[f].length : filled[f]));
  const put = (field, value) => set({ ...given, [field]: value });
  const send = (event) => {
    event.preventDefault();
    if (!ready) return;
    const all = at.query.getAll(key), next = words(filled);
    if (!all.includes(next)) go(changed(at, { [key]: [...all, next] }));
    set({ ...given, anyone: "", parties: [] });
  };
  if (!of.anchors.length) return null;
  return html`<form class="ask-form" onSubmit=${send}>
    <span class="what" aria-hidden="true">What if</span>
    ${fields.filter((f) => ["anyone", "party", "parties"].includes(f)).map((f) => html`<${Field} key=${f} field=${f} value=${filled[f]} of=${of} onPut=${put} />`)}
    <select aria-label="What changes" value=${kind} onChange=${(e) => setKind(e.target.value)}>${Object.entries(KINDS).map(([k, { name }]) => html`<option value=${k}>${name}</option>`)}</select>
    ${fields.filter((f) => !["anyone", "party", "parties"].includes(f)).map((f) => html`<${Field} key=${f} field=${f} value=${filled[f]} of=${of} onPut=${put} />`)}
    <button type="submit" class="button strong" disabled=${!ready}>Ask</button>
  </form>`;
}

const NAMED = { anyone: "Who", party: "Party", place: "Stands", anchor: "To reach", low: "from", high: "to" };

function Field({ field, value, of, onPut }) {
  const put = (event) => onPut(field, event.target.value);
  if (field === "anyone") return html`<input type="text" aria-label="Who" placeholder="who" maxlength="80" list="weigh-parties" value=${value} onInput=${put} /><datalist id="weigh-parties">${of.parties.map((p) => html`<option value=${p} />`)}</datalist>`;
  if (field === "parties") {
    const turn = (p) => onPut("parties", value.includes(p) ? value.filter((v) => v !== p) : [...value, p]);
    return html`<span class="several" role="group" aria-label="Parties">${of.parties.map((p) => html`<button type="button" class="chip" aria-pressed=${value.includes(p) ? "true" : "false"} onClick=${() => turn(p)}>${p}</button>`)}</span>`;
  }
  if (field === "low" || field === "high") return html`<label class="amount">${NAMED[field]} <input type="number" min="0" step="any" inputmode="decimal" value=${value} onInput=${put} /></label>`;
  const options = { party: of.parties, place: of.places, anchor: of.anchors }[field];
  return html`<select aria-label=${NAMED[field]} value=${value} onChange=${put}>${options.map((o) => html`<option value=${o}>${o}</option>`)}</select>`;
}

/** Models beside the median and the mean, none of them unless asked for; and who gains from moving. */
function Models({ at, of }) {
  const chosen = at.query.getAll("model"), gains = at.query.get("gains") === "1";
  const on = (model) => chosen.includes("all") || chosen.includes(model);
  const turn = (model) => go(changed(at, { model: of.models.filter((m) => (m === model ? !on(m) : on(m))) }), { replace: true });
  return html`<p class="model-row"><span>Other models</span> ${of.models.map((m) => html`<button type="button" class="chip" aria-pressed=${on(m) ? "true" : "false"} onClick=${() => turn(m)}>${m}</button>`)}
    <button type="button" class="chip" aria-pressed=${gains ? "true" : "false"} onClick=${() => go(changed(at, { gains: gains ? null : "1" }), { replace: true })}>who gains from moving</button></p>`;
}
