// The records beside an article: layers that can be hidden, what to check first, and a card for each record.
import { html, useEffect, useRef } from "../vendor.js";
import { Sign } from "./marks.js";
import { Copy, Words, plural } from "./parts.js";
import { cite } from "./source.js";
import { address, changed, go } from "./state.js";

export const LAYERS = ["events", "statements", "positions", "relations", "agreements", "problems", "actors"];
const NAMES = { events: "Events", statements: "Statements", positions: "Positions", relations: "Relations", agreements: "Agreements", actors: "Actors", problems: "Doubts" };
const GROUPS = [["happened", "Reported as happened"], ["planned", "Planned"], ["possible", "Only possible"], ["denied", "Denied, or said not to be so"]];

export function Cards({ article, at, chosen, here, hidden, open, onOpen, onPick, onAll, onClear, turn, turns, onTurn }) {
  const list = useRef();
  const told = new Map(article.told.map((t) => [t.event, t]));
  useEffect(() => {
    const card = list.current?.querySelector(".card.open");
    if (card) list.current.scrollTop += card.getBoundingClientRect().top - list.current.getBoundingClientRect().top - 60;
  }, [chosen, here]);
  const shown = (n) => !here.length || here.includes(n);
  const layers = LAYERS.filter((layer) => article.cards.some((c) => c.layer === layer));
  const cards = (layer, status) => article.cards.map((card, n) => [card, n]).filter(([card, n]) => card.layer === layer && (!status || card.status === status) && shown(n));
  const draw = ([card, n]) => html`<${Card} key=${n} card=${card} open=${n === chosen} onPick=${() => (n === chosen ? onClear() : onPick(n, here.length > 0))} told=${card.ids.map((id) => told.get(id)).find(Boolean)} article=${article} turn=${turn} turns=${turns} onTurn=${onTurn} />`;
  return html`<aside class=${open ? "panel open" : "panel"} aria-label="Records">
    <button type="button" class="handle" aria-expanded=${open ? "true" : "false"} onClick=${() => onOpen(!open)}>${plural(article.cards.length, "record")}</button>
    <div class="bar"><fieldset class="layers"><legend class="unseen">Show layers</legend>
      ${layers.map((layer) => html`<label class=${`layer-chip ${layer}`}><input type="checkbox" checked=${!hidden.has(layer)} onChange=${() => go(changed(at, hiding(at, layer)), { replace: true })} /><i class=${`swatch ${layer}`}></i>${NAMES[layer]} <small>${article.cards.filter((c) => c.layer === layer).length}</small></label>`)}
    </fieldset>
    ${here.length > 0 && html`<p class="here" role="status"><span>${plural(here.length, "record")} of these words</span><button type="button" class="quiet" onClick=${onAll}>Show all</button></p>`}</div>
    <div class="cards" ref=${list} tabindex="0" role="group" aria-label="Records, in the order of the text">
      ${!here.length && html`<${Checks} rows=${article.checks} cards=${article.cards} onPick=${onPick} />`}
      ${layers.filter((layer) => !hidden.has(layer)).map((layer) => cards(layer).length > 0 && html`<section class=${`layer ${layer}`}><h2>${NAMES[layer]}</h2>
        ${layer === "events" ? GROUPS.map(([status, title]) => cards(layer, status).length > 0 && html`<h3><${Sign} status=${status} /> ${title}</h3>${cards(layer, status).map(draw)}`) : cards(layer).map(draw)}
      </section>`)}
      ${!article.cards.length && html`<p class="nothing">No record was found in this article.</p>`}
      <p class="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous record <kbd>n</kbd> <kbd>p</kbd> its mentions <kbd>←</kbd> <kbd>→</kbd> marked words <kbd>Esc</kbd> clear</p>
    </div>
  </aside>`;
}

/** Hidden layers are several values of one parameter. */
function hiding(at, layer) {
  const all = at.query.getAll("hide");
  return { hide: all.includes(layer) ? all.filter((l) => l !== layer) : [...all, layer] };
}

/** What to look at first; each line leads to its record. */
function Checks({ rows, cards, onPick }) {
  if (!rows.length) return null;
  return html`<details class="checks" open=${rows.length < 6}><summary>Check first <small>${rows.length}</small></summary><ul>
    ${rows.map((row) => {
      const n = cards.findIndex((card) => row.ids.some((id) => card.ids.includes(id)));
      const words = html`${row.text}${row.lines.length > 0 && html` <small>[${row.lines.join(" ")}]</small>`}`;
      return html`<li>${n >= 0 ? html`<button type="button" onClick=${() => onPick(n)}>${words}</button>` : words}</li>`;
    })}</ul></details>`;
}

function Card({ card, open, onPick, told, article, turn, turns, onTurn }) {
  const kind = card.layer === "events" || card.layer === "positions";
  return html`<div class=${`card ${open ? "open" : ""}`} data-card=${card.id}>
    <button type="button" class="summary" aria-expanded=${open ? "true" : "false"} onClick=${onPick}>
      <span class="line">${card.label && card.layer !== "events" && html`<b>${card.label}</b> `}${card.line}</span>
      <span class="meta">${card.status && html`<span class="status">${kind && html`<${Sign} status=${card.status} />`}${card.status}</span>`}
        ${card.label && card.layer === "events" && html`<span>${card.label}</span>`}
        ${card.source && card.source !== "article" && card.source !== card.label && html`<span>${card.layer === "events" ? "says: " : ""}${card.source}</span>`}
        ${card.lines.length > 0 && html`<span class="lines">[${card.lines.slice(0, 9).join(" ")}${card.lines.length > 9 ? " …" : ""}]</span>`}</span>
    </button>
    ${open && html`<${Facts} card=${card} told=${told} article=${article} turn=${turn} turns=${turns} onTurn=${onTurn} />`}
  </div>`;
}

function Facts({ card, told, article, turn, turns, onTurn }) {
  const player = card.layer === "actors" && article.cast.find((p) => card.ids.includes(p.id));
  return html`<div class="facts-box">
    ${turns > 1 && html`<p class="turns"><button type="button" class="quiet" onClick=${() => onTurn(-1)} aria-label="Previous place">‹</button><span role="status">${turn + 1} of ${turns}</span><button type="button" class="quiet" onClick=${() => onTurn(1)} aria-label="Next place">›</button></p>`}
    ${card.layer !== "actors" && card.quotes.map((q) => html`<blockquote><${Words}>${q.quote}<//></blockquote>`)}
    <dl class="facts">${card.facts.map((f) => html`<dt>${f.term}</dt><dd>${f.text}</dd>`)}<dt>id</dt><dd><code>${card.id}</code></dd></dl>
    <p class="ways">
      ${told && html`<a class="button" href=${address("event", told.entry)}>${told.others ? `Told by ${plural(told.others, "other article")}` : "The event"}</a>`}
      ${player && html`<a class="button" href=${address("actor", player.side.id)}>Dossier of ${player.side.name}</a>`}
      ${card.layer !== "actors" && card.layer !== "problems" && html`<${Copy} text=${() => cite(card.id, article.headline.id).then((c) => c.plain)}>Copy citation<//>`}
    </p>
  </div>`;
}
