// Statements: who said what about which issue, when, through whom; and two speakers side by side.
import { html, useRef } from "../vendor.js";
import { Filters } from "./filters.js";
import { ACTS } from "./marks.js";
import { Answer, Imprint, Nothing, Title, Who, Words, known } from "./parts.js";
import { useAsk, useMore } from "./source.js";
import { address, asked, changed, go } from "./state.js";

export function Statements({ at }) {
  const versus = at.query.get("versus"), about = at.query.get("about") || undefined;
  const question = { ...asked(at.query), about, limit: 40 };
  const facets = useAsk("facets", asked(at.query, ["actor"]));
  return html`<${Title}>Statements<//><${Filters} aside=${html`<${About} at=${at} />`} />
    <${Compare} at=${at} actors=${facets.value?.actors || []} />
    <div class=${versus ? "versus" : "said-list"}>
      <${Column} question=${question} heading=${versus && at.query.get("actor")} />
      ${versus && html`<${Column} question=${{ ...question, actor: [versus] }} heading=${versus} />`}
    </div>`;
}

/** Which issue, in words. */
export function About({ at }) {
  const field = useRef();
  const submit = (event) => {
    event.preventDefault();
    go(changed(at, { about: field.current.value.trim() }));
  };
  return html`<form onSubmit=${submit}><label class="unseen" for="about">About which issue</label><input id="about" ref=${field} type="search" placeholder="About which issue" value=${at.query.get("about") || ""} key=${at.query.get("about")} /></form>`;
}

/** Whose words: one speaker, or two to compare. */
export function Compare({ at, actors, first = "actor", second = "versus", words = ["Of", "beside"] }) {
  const list = (key, label, empty) => html`<label>${label} <select value=${at.query.get(key) || ""} onChange=${(e) => go(changed(at, { [key]: e.target.value || null, ...(key === first && !e.target.value ? { [second]: null } : {}) }))}>
    <option value="">${empty}</option>
    ${at.query.get(key) && !actors.some((a) => a.value === at.query.get(key)) && html`<option value=${at.query.get(key)}>${at.query.get(key)}</option>`}
    ${actors.slice(0, 200).map((a) => html`<option value=${a.value}>${a.name}</option>`)}</select></label>`;
  return html`<div class="compare" role="group" aria-label="Compare">${list(first, words[0], "everybody")}${at.query.get(first) && list(second, words[1], "nobody else")}</div>`;
}

function Column({ question, heading }) {
  const found = useMore("statements", question, "statements");
  const sides = known(found.pages.flatMap((p) => p.sides));
  return html`<section aria-label=${heading ? `Statements of ${heading}` : "Statements"}>${heading && html`<h2><${Who} id=${heading} sides=${sides} /></h2>`}
    <${Answer} of=${{ ...found, value: found.pages[0] }} what="the statements">
      ${found.rows.map((s) => html`<${Statement} key=${s.id} statement=${s} sides=${sides} alone=${Boolean(heading)} />`)}
      ${!found.rows.length && html`<${Nothing}>No statement fits.<//>`}
      ${found.more && html`<button type="button" class="button wide" onClick=${found.more}>More</button>`}
    <//></section>`;
}

function Statement({ statement: s, sides, alone }) {
  return html`<article class="statement">
    <p class="when"><span>${s.moment.words}</span></p>
    <div><p class="speaker">${!alone && (s.speaker ? html`<${Who} id=${s.speaker} sides=${sides} />` : html`<i>speaker not named</i>`)} <span class="act">${s.said ? ACTS[s.act] : `did not ${s.act}`}</span>${s.addressees.length > 0 && html` <span class="note">to ${s.addressees.map((a) => sides.get(a)?.name || a).join(", ")}</span>`}</p>
      <p class="line"><a href=${address("article", s.article.id, { at: s.id })}>${s.quoted ? html`<${Words}>${s.line}<//>` : s.line}</a></p>
      <p class="stand">${s.how && s.how !== sides.get(s.speaker)?.name && html`<span>${s.how}</span>`}${s.condition && html`<span>${s.condition}</span>`}<${Imprint} article=${s.article} /></p></div></article>`;
}
