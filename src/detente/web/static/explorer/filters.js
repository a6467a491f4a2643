// The filters above a page: words, what is set as chips that can be taken off, and a panel of values whose counts follow.
import { html, useRef, useState } from "../vendor.js";
import { CODES, STATUS, Sign } from "./marks.js";
import { Answer, Dialog, count } from "./parts.js";
import { useAsk } from "./source.js";
import { FILTERS, asked, changed, go, toggled, useHere } from "./state.js";

const GROUPS = [["actors", "actor", "Actors"], ["codes", "code", "Kinds of event"], ["statuses", "status", "Status"], ["countries", "place", "Places"], ["outlets", "outlet", "Outlets"]];
const NAMES = { since: "from", until: "until", published_since: "published from", published_until: "published until", added_since: "added since", text: "words", all: "" };

/** Words, chips, and a button that opens all values. */
export function Filters({ aside }) {
  const at = useHere();
  const [open, setOpen] = useState(false);
  const field = useRef();
  const search = (event) => {
    event.preventDefault();
    go(changed(at, { text: field.current.value.trim(), after: null }));
  };
  return html`<div class="filters">
    <form role="search" onSubmit=${search}>
      <label class="unseen" for="words">Words in the articles</label>
      <input id="words" ref=${field} type="search" placeholder="Words in the articles" value=${at.query.get("text") || ""} key=${at.query.get("text")} autocomplete="off" />
    </form>
    <button type="button" class="button" aria-haspopup="dialog" onClick=${() => setOpen(true)}>Filter</button>
    <${Chips} at=${at} />
    ${aside}
    ${open && html`<${Dialog} title="Filter" onClose=${() => setOpen(false)}><${Values} at=${at} /><//>`}
  </div>`;
}

/** What is set; each can be taken off. */
export function Chips({ at }) {
  const set = [...at.query].filter(([key]) => FILTERS.includes(key));
  const facets = useAsk(set.some(([key]) => ["actor", "place", "outlet"].includes(key)) ? "facets" : null, asked(at.query));
  if (!set.length) return null;
  const off = (key, value) => go(changed(at, { [key]: at.query.getAll(key).filter((v) => v !== value), after: null }));
  return html`<ul class="chips" aria-label="Filters that are set">
    ${set.map(([key, value]) => html`<li><button type="button" class="chip" onClick=${() => off(key, value)} aria-label=${`Take off: ${said(key, value, facets.value)}`}>${said(key, value, facets.value)} <span aria-hidden="true">✕</span></button></li>`)}
    <li><button type="button" class="quiet" onClick=${() => go(changed(at, Object.fromEntries([...FILTERS, "after"].map((k) => [k, null]))))}>Clear all</button></li>
  </ul>`;
}

function said(key, value, facets) {
  const group = { actor: "actors", place: "countries", outlet: "outlets" }[key];
  const name = group && facets?.[group].find((v) => v.value === value)?.name;
  if (name) return name;
  if (key === "code") return CODES[value] || value;
  if (key === "status") return STATUS[value]?.words || value;
  if (key === "all") return "also possible and denied";
  return NAMES[key] ? `${NAMES[key]} ${value}` : value;
}

/** All values with how many events have them; also the whole of the search page's left side. */
export function Values({ at, but = [] }) {
  const facets = useAsk("facets", asked(at.query));
  return html`<${Answer} of=${facets} what="the values">
    <p class="note" role="status">${facets.value && html`<b>${count(facets.value.events)}</b> ${facets.value.events === 1 ? "event fits" : "events fit"}`}</p>
    <${Period} at=${at} />
    ${GROUPS.filter(([, key]) => !but.includes(key)).map(([group, key, title]) => html`<${Group} key=${key} at=${at} name=${key} title=${title} values=${facets.value?.[group] || []} />`)}
    <label class="tick all"><input type="checkbox" checked=${at.query.get("all") === "1"} onChange=${() => go(changed(at, { all: at.query.get("all") ? null : "1", after: null }), { replace: true })} /><span>Also what is only possible, and what is denied</span></label>
  <//>`;
}

function Period({ at }) {
  const put = (key) => (event) => go(changed(at, { [key]: event.target.value, after: null }), { replace: true });
  return html`<fieldset class="group period"><legend>Period</legend>
    <label>from <input type="date" value=${at.query.get("since") || ""} onChange=${put("since")} /></label>
    <label>until <input type="date" value=${at.query.get("until") || ""} onChange=${put("until")} /></label>
  </fieldset>`;
}

const FEW = 8;

function Group({ at, name, title, values }) {
  const [all, setAll] = useState(false);
  const [find, setFind] = useState("");
  const set = at.query.getAll(name);
  const gone = set.filter((v) => !values.some((w) => w.value === v)).map((v) => ({ value: v, name: v, count: 0 }));
  const found = find ? values.filter((v) => v.name.toLowerCase().includes(find.toLowerCase())) : values;
  const shown = [...gone, ...(all || find ? found.slice(0, 200) : found.slice(0, FEW))];
  const most = Math.max(1, ...values.map((v) => v.count));
  if (!shown.length && !find) return null;
  return html`<fieldset class="group"><legend>${title}</legend>
    ${values.length > 20 && html`<input type="search" class="find" placeholder=${`Find among ${values.length}`} aria-label=${`Find among ${title.toLowerCase()}`} value=${find} onInput=${(e) => setFind(e.target.value)} />`}
    ${shown.map((v) => html`<label class="tick" key=${v.value}>
      <input type="checkbox" checked=${set.includes(v.value)} onChange=${() => go(changed(at, { ...toggled(at.query, name, v.value), after: null }), { replace: true })} />
      <span>${name === "status" && html`<${Sign} status=${v.value} />`}${label(name, v)}</span><small>${count(v.count)}</small><i class="bar" style=${{ width: `${(100 * v.count) / most}%` }} aria-hidden="true"></i>
    </label>`)}
    ${found.length > FEW && !find && html`<button type="button" class="quiet" onClick=${() => setAll(!all)}>${all ? "Fewer" : `All ${found.length}`}</button>`}
  </fieldset>`;
}

const label = (name, v) => (name === "code" ? CODES[v.value] || v.name : name === "status" ? STATUS[v.value]?.words || v.name : v.name);
