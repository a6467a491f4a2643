// Positions: who wants what; a row an issue, a column a party. What no text gives stays blank.
import { html } from "../vendor.js";
import { Long } from "./actor.js";
import { Filters } from "./filters.js";
import { Answer, Bounded, Nothing, Status, Title, Who, plural } from "./parts.js";
import { useAsk } from "./source.js";
import { address, asked } from "./state.js";

const COLUMNS = 7;

export function Positions({ at }) {
  const answer = useAsk("positions", { ...asked(at.query), about: at.query.get("about") || undefined });
  const matrix = answer.value?.matrix;
  return html`<${Title}>Positions<//><${Filters} />
    <${Answer} of=${answer} what="the positions">${matrix && (matrix.issues.length ? html`<${Bounded} bound=${answer.value.bound} /><${Matrix} matrix=${matrix} />` : html`<${Nothing}>No position was found in these articles.<//>`)}<//>`;
}

function Matrix({ matrix }) {
  const parties = matrix.parties.slice(0, COLUMNS), ids = new Set(parties.map((p) => p.side.id));
  const names = new Map(matrix.parties.map((p) => [p.side.id, p.side]));
  const shared = matrix.issues.filter((i) => i.cells.length > 1), single = matrix.issues.filter((i) => i.cells.length < 2);
  return html`<p class="note">${plural(matrix.issues.length, "issue")}, ${plural(matrix.parties.length, "party", "parties")}. A blank: no text gives a position.</p>
    ${shared.length > 0 && html`<h2>Issues of several parties</h2><div class="scroll" tabindex="0" role="group" aria-label="Issues and parties"><table class="matrix"><thead><tr><th scope="col">Issue</th>${parties.map((p) => html`<th scope="col"><${Who} side=${p.side} /></th>`)}<th scope="col">Others</th></tr></thead>
      <tbody>${shared.map((i) => html`<tr key=${i.key}><th scope="row">${i.name}${i.at_odds.length > 0 && html` <small class="badge odds">at odds</small>`}</th>
        ${parties.map((p) => html`<td><${Cell} cell=${i.cells.find((c) => c.party === p.side.id)} /></td>`)}
        <td>${i.cells.filter((c) => !ids.has(c.party)).map((c) => html`<p><b>${names.get(c.party)?.name || c.party}</b></p><${Cell} cell=${c} />`)}</td></tr>`)}</tbody></table></div>`}
    ${single.length > 0 && html`<h2>Issues of one party</h2><${Long} rows=${single} draw=${(i) => html`<article class="entry plain" key=${i.key}><p class="when"><span><${Who} side=${names.get(i.cells[0]?.party)} id=${i.cells[0]?.party} /></span></p><h3 class="line">${i.name}</h3>${i.cells.map((c) => html`<${Cell} cell=${c} />`)}</article>`} />`}`;
}

function Cell({ cell }) {
  if (!cell) return html`<span class="unseen">no text gives a position</span>`;
  return cell.stands.map((s) => html`<p class="stand-row ${s.own ? "" : "others"}"><${Status} status=${s.stance} words=${s.stance} /> <a href=${address("article", s.article, { at: s.id })} title=${s.quote}>${s.line}</a><span class="note">${s.own ? "own word or act" : `said by ${s.source}`}, ${s.moment.words}${s.condition ? `, ${s.condition}` : ""}</span></p>`);
}
