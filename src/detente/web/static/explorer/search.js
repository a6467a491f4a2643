// Search: words and facets, records of every kind with the words they rest on, and all of it as a file or a citation.
import { html, useRef, useState } from "../vendor.js";
import { Chips, Values } from "./filters.js";
import { Answer, Choice, Copy, Dialog, Imprint, Nothing, Status, Title, Words, plural } from "./parts.js";
import { cite, report, useAsk, useMore, written } from "./source.js";
import { address, asked, changed, go } from "./state.js";

const KINDS = [["article", "Articles"], ["event", "Events"], ["statement", "Statements"], ["position", "Positions"], ["relation", "Relations"], ["agreement", "Agreements"]];

export function Search({ at, summary }) {
  const kind = KINDS.some(([k]) => k === at.query.get("kind")) ? at.query.get("kind") : "article";
  const found = useMore("search", { ...asked(at.query), kind, limit: 30 }, "hits");
  const [filters, setFilters] = useState(false);
  const field = useRef();
  const submit = (event) => {
    event.preventDefault();
    go(changed(at, { text: field.current.value.trim() }));
  };
  const kinds = report ? KINDS.slice(0, 2) : KINDS;
  return html`<${Title}>Search<//>
    <form class="big-search" role="search" onSubmit=${submit}><label class="unseen" for="big">Words in the articles</label>
      <input id="big" ref=${field} type="search" value=${at.query.get("text") || ""} key=${at.query.get("text")} placeholder="Words in the articles" autocomplete="off" /><button type="submit" class="button strong">Search</button></form>
    <div class="filters"><button type="button" class="button only-narrow" aria-haspopup="dialog" onClick=${() => setFilters(true)}>Filter</button><${Chips} at=${at} /></div>
    <div class="search-grid">
      <aside class="facets" aria-label="Filters"><${Values} at=${at} /></aside>
      <section aria-label="What was found">
        <div class="tools"><${Choice} label="Kind of record" value=${kind} options=${kinds} onChange=${(k) => go(changed(at, { kind: k === "article" ? null : k }))} />${!report && summary && html`<${Export} at=${at} formats=${summary.formats} />`}</div>
        <${Answer} of=${{ ...found, value: found.pages[0] }} what="what was found">
          <ol class="hits">${found.rows.map((hit) => html`<${Hit} key=${hit.id} hit=${hit} />`)}</ol>
          ${!found.rows.length && html`<${Nothing}>No ${kind} fits. ${at.query.get("text") ? "Other words, or fewer filters, may find more." : "Fewer filters may find more."}<//>`}
          ${found.more && html`<button type="button" class="button wide" onClick=${found.more}>More</button>`}
          ${found.rows.length > 0 && !found.more && html`<p class="note">${plural(found.rows.length, kind)}, all that fit.</p>`}
        <//>
      </section>
    </div>
    ${filters && html`<${Dialog} title="Filter" onClose=${() => setFilters(false)}><${Values} at=${at} /><//>`}`;
}

function Hit({ hit }) {
  const article = hit.kind === "article";
  const to = article ? address("article", hit.article.id) : address("article", hit.article.id, { at: hit.id });
  return html`<li class="hit"><h3><a href=${to}>${hit.line}</a></h3>
    <p class="stand">${hit.status && html`<${Status} status=${hit.status} words=${hit.status === "actual" ? "reported as happened" : hit.status} />`}${!article && hit.day && html`<span>${hit.day}</span>`}${hit.source && !article && html`<span>says: ${hit.source}</span>`}<${Imprint} article=${hit.article} />
      ${hit.entry && html`<a href=${address("event", hit.entry)}>${plural(hit.tellings, "telling")}</a>`}</p>
    ${!article && html`<p><${Words}>${hit.quote}<//></p>`}
    ${hit.snippet.length > 0 && html`<p class="snippet">${hit.snippet.map((p) => (p.hit ? html`<mark>${p.text}</mark>` : p.text))}</p>`}
    <p class="ways"><${Copy} text=${() => cite(hit.id, hit.article.id).then((c) => c.plain)}>Copy citation<//><${Copy} text=${() => cite(hit.id, hit.article.id).then((c) => c.bibtex)}>BibTeX<//></p></li>`;
}

/** Exactly what the filters leave, as a file. */
function Export({ at, formats }) {
  const [to, setTo] = useState(formats[0]?.name || "jsonl");
  const facets = useAsk("facets", asked(at.query));
  return html`<div class="export"><label>Export ${facets.value && plural(facets.value.events, "event")} as <select value=${to} onChange=${(e) => setTo(e.target.value)}>${formats.map((f) => html`<option value=${f.name} title=${f.what}>${f.name}</option>`)}</select></label>
    <a class="button" download href=${`/api/export?${written({ to, ...asked(at.query) })}`}>Save</a></div>`;
}
