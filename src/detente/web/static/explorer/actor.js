// An actor: all actors by how much is told of them, or the dossier of one: offices, standing, meetings, words, wants, others' claims.
import { html, useState } from "../vendor.js";
import { Entry, latest } from "./entry.js";
import { Filters } from "./filters.js";
import { ACTS } from "./marks.js";
import { Answer, Bounded, Choice, Day, Nothing, Status, Title, Who, count, known, plural } from "./parts.js";
import { useAsk } from "./source.js";
import { address, asked, carried, changed, go } from "./state.js";
import { Strip } from "./strip.js";

export function Actor({ at }) {
  return at.id ? html`<${One} at=${at} />` : html`<${Everyone} at=${at} />`;
}

function Everyone({ at }) {
  const facets = useAsk("facets", asked(at.query)), [find, setFind] = useState("");
  const all = (facets.value?.actors || []).filter((v) => v.name.toLowerCase().includes(find.toLowerCase()));
  const most = Math.max(1, ...all.map((v) => v.count));
  return html`<${Title}>Actors<//><${Filters} />
    <${Answer} of=${facets} what="the actors">
      <form onSubmit=${(e) => (e.preventDefault(), find.trim() && go(address("actor", all[0]?.value || find.trim(), carried(at.query))))}><label>Name <input type="search" value=${find} onInput=${(e) => setFind(e.target.value)} placeholder="Find, or open any" /></label></form>
      ${!all.length && html`<${Nothing}>${find ? "Not among those with most events; Enter looks for the name in all articles." : ""}<//>`}
      <ol class="everyone">${all.slice(0, 300).map((v) => html`<li key=${v.value}><a href=${address("actor", v.value, carried(at.query))}>${v.name}</a><span class="note">${plural(v.count, "event")}</span><i class="bar" style=${{ width: `${(100 * v.count) / most}%` }} aria-hidden="true"></i></li>`)}</ol>
      ${all.length > 300 && html`<p class="note">The first 300 of ${count(all.length)}; type a part of a name to find others.</p>`}
    <//>`;
}

function One({ at }) {
  const answer = useAsk("actor", { ...asked(at.query, ["actor"]), id: at.id });
  return html`<${Answer} of=${answer} what="this actor">${answer.value && html`<${Dossier} at=${at} value=${answer.value} />`}<//>`;
}

const TYPES = { armed_group: "armed group", igo: "organisation of states", ngo: "organisation" };

function Dossier({ at, value }) {
  const { dossier: d, sides: list, bound } = value, sides = known(list);
  const others = d.aliases.slice(0, 8);
  const parts = [["events", "Events", d.events.length], ["said", "Said", d.said.length], ["wants", "Wants", d.positions.length], ["claims", "Others say", d.claims.length], ["articles", "Articles", d.articles.length]].filter(([, , n]) => n);
  const tab = parts.find(([key]) => key === at.query.get("tab"))?.[0] || parts[0]?.[0];
  return html`<${Title} aside=${html`<p class="lead">${[TYPES[d.type] || d.type, d.country].filter(Boolean).join(", ")}${others.length > 0 && html`; also called ${others.join(", ")}`}</p>`}>${d.name}<//>
    <${Filters} /><${Bounded} bound=${bound} />
    <${Strip} entries=${d.events} label=${`Events of ${d.name}`} />
    <div class="dossier">
      <div class="left">
        <${Offices} roles=${d.roles} /><${Met} met=${d.met} id=${d.id} /><${Standing} standing=${d.standing} of=${d} /><${Deals} deals=${d.agreements} />
      </div>
      <div class="right">
        ${parts.length > 0 && html`<${Choice} label="What is told" value=${tab} options=${parts.map(([key, name, n]) => [key, html`${name} <small>${count(n)}</small>`])} onChange=${(key) => go(changed(at, { tab: key }), { replace: true })} />`}
        ${!parts.length && html`<${Nothing} />`}
        ${tab === "events" && html`<${Long} rows=${latest(d.events)} draw=${(e) => html`<${Entry} key=${e.id} entry=${e} />`} />`}
        ${tab === "said" && html`<${Long} rows=${d.said} draw=${(s) => html`<${Spoken} key=${s.id} said=${s} />`} />`}
        ${tab === "wants" && html`<${Long} rows=${d.positions} draw=${(i) => html`<${Want} key=${i.key} issue=${i} />`} />`}
        ${tab === "claims" && html`<p class="note">What others say that ${d.name} did or wants; the article itself does not say so.</p><${Long} rows=${d.claims} draw=${(c) => html`<${Claim} key=${c.id} claim=${c} />`} />`}
        ${tab === "articles" && html`<${Long} rows=${d.articles} draw=${(a) => html`<p class="row" key=${a.id}><a href=${address("article", a.id)}>${a.title}</a><span class="note">${a.outlet}${a.published && html`, <${Day} day=${a.published} />`}, named ${plural(a.mentions, "time")}</span></p>`} />`}
      </div>
    </div>`;
}

/** Many rows, a page of them at a time. */
export function Long({ rows, draw, size = 40 }) {
  const [most, setMost] = useState(size);
  return html`<div class="rows">${rows.slice(0, most).map(draw)}</div>${rows.length > most && html`<button type="button" class="button wide" onClick=${() => setMost(most + 3 * size)}>More (${count(rows.length - most)})</button>`}`;
}

function Offices({ roles }) {
  if (!roles.length) return null;
  const time = (r) => (r.since || r.until ? `${r.since || "?"} – ${r.until || (r.known.startsWith("said") ? "?" : "today")}, ` : "");
  return html`<section><h2>Offices</h2><ul class="plain-list">${roles.map((r) => html`<li><b>${r.title}</b>${r.of && html` of ${r.of.replace(/^[a-z]+:(.*)$/, (_, id) => id.toUpperCase())}`}<span class="note">${time(r)}${r.known}${r.articles > 1 ? `, ${r.articles} articles` : ""}</span></li>`)}</ul></section>`;
}

function Met({ met, id }) {
  const [all, setAll] = useState(false);
  if (!met.length) return null;
  return html`<section><h2>Met</h2><p class="note">Meetings reported as happened.</p><ul class="plain-list">${met.slice(0, all ? 99 : 10).map((m) => html`<li><${Who} side=${m.other} /> <a class="note" href=${address("dyad", "", { a: id, b: m.other.id })}>${plural(m.times, "time")}${m.last && `, last ${m.last}`}${m.where && `, ${m.where}`}</a></li>`)}</ul>
    ${met.length > 10 && html`<button type="button" class="quiet" onClick=${() => setAll(!all)}>${all ? "Fewer" : `All ${met.length}`}</button>`}</section>`;
}

function Standing({ standing }) {
  if (!standing.length) return null;
  return html`<section><h2>Stands to others</h2><ul class="plain-list">${standing.slice(0, 14).map((s) => html`<li>${s.other ? html`<${Who} side=${s.other} />` : html`<span>nobody named</span>`}
    <ul>${s.ties.slice(-3).map((t) => html`<li><a href=${address("article", t.article, { at: t.id })}>${t.holds ? "" : "no longer: "}${t.words}</a><span class="note">${t.moment.words}${t.source && t.source !== "article" ? `, says ${t.source}` : ""}</span></li>`)}</ul></li>`)}</ul></section>`;
}

function Deals({ deals }) {
  if (!deals.length) return null;
  return html`<section><h2>Agreements</h2><ul class="plain-list">${deals.map((d) => html`<li><b>${d.name}</b> <span class="note">${d.status}, ${d.moment.words}; ${d.parties.join(", ")}</span>${d.clauses.slice(0, 2).map((c) => html`<q class="words">${c}</q>`)}</li>`)}</ul></section>`;
}

function Spoken({ said: s }) {
  return html`<article class="entry plain"><p class="when"><span>${s.moment.words}</span></p><h3 class="line"><a href=${address("article", s.article, { at: s.id })}>${s.said ? "" : "Did not say: "}${s.words}</a></h3><p class="stand"><span>${ACTS[s.act]}</span>${s.how && html`<span>${s.how}</span>`}</p></article>`;
}

function Want({ issue }) {
  return html`<article class="entry plain"><h3 class="line">${issue.name}</h3>${issue.cells.map((c) => c.stands.map((s) => html`<p class="stand-row"><${Status} status=${s.stance} words=${s.stance} /><a href=${address("article", s.article, { at: s.id })}>${s.line}</a><span class="note">${s.own ? "own words or act" : `said by ${s.source}`}, ${s.moment.words}${s.condition ? `, ${s.condition}` : ""}</span></p>`))}</article>`;
}

function Claim({ claim: c }) {
  const href = c.about === "deed" ? address("event", c.id) : address("article", c.article, { at: c.id });
  return html`<article class="entry plain"><p class="when"><span>${c.moment.words}</span></p><h3 class="line"><a href=${href}>${c.words}</a></h3><p class="stand"><span>says: ${c.source}</span><a href=${address("article", c.article, { at: c.id })}>the words</a></p></article>`;
}
