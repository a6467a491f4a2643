// Positions: who wants what, issue by issue: who is for it, against it, or makes it depend on something. What no text gives stays blank.
import { html } from "../vendor.js";
import { Filters } from "./filters.js";
import { About } from "./statements.js";
import { Long } from "./actor.js";
import { Sign } from "./marks.js";
import { Answer, Bounded, Nothing, Title, Who, Words, plural } from "./parts.js";
import { useAsk } from "./source.js";
import { address, asked } from "./state.js";

const STANCES = [["for", "For it"], ["against", "Against it"], ["conditional", "On a condition"]];

export function Positions({ at }) {
  const answer = useAsk("positions", { ...asked(at.query), about: at.query.get("about") || undefined });
  const matrix = answer.value?.matrix;
  return html`<${Title}>Positions<//><${Filters} aside=${html`<${About} at=${at} />`} />
    <${Answer} of=${answer} what="the positions">${matrix && (matrix.issues.length ? html`<${Bounded} bound=${answer.value.bound} /><${Matrix} matrix=${matrix} />` : html`<${Nothing}>No position was found in these articles.<//>`)}<//>`;
}

function Matrix({ matrix }) {
  const names = new Map(matrix.parties.map((p) => [p.side.id, p.side]));
  const shared = matrix.issues.filter((i) => i.cells.length > 1), single = matrix.issues.filter((i) => i.cells.length < 2);
  const draw = (i) => html`<${Issue} key=${i.key} issue=${i} names=${names} />`;
  return html`<p class="note">${plural(matrix.issues.length, "issue")}, ${plural(matrix.parties.length, "party", "parties")}. A party that is not there: no text gives its position.</p>
    ${shared.length > 0 && html`<h2>Issues of several parties</h2><${Long} rows=${shared} draw=${draw} />`}
    ${single.length > 0 && html`<h2>Issues of one party</h2><${Long} rows=${single} draw=${draw} />`}`;
}

function Issue({ issue, names }) {
  const stands = issue.cells.flatMap((c) => c.stands.map((s) => ({ ...s, party: c.party })));
  return html`<article class="issue"><h3>${issue.name}${issue.at_odds.length > 0 && html` <small class="badge odds">at odds</small>`}</h3>
    <div class="stances">${STANCES.map(([stance, words]) => {
      const found = stands.filter((s) => s.stance === stance);
      return html`<div class=${found.length ? "" : "blank"}><h4><${Sign} status=${stance} />${words}</h4>${found.map((s) => html`<${Stand} key=${s.id} stand=${s} names=${names} />`)}</div>`;
    })}</div></article>`;
}

function Stand({ stand: s, names }) {
  return html`<p class=${`stand-row ${s.own ? "" : "others"}`}><${Who} side=${names.get(s.party)} id=${s.party} /> <a href=${address("article", s.article, { at: s.id })} title=${s.quote}>${/^(for|against|conditional): /.test(s.line) ? html`<${Words}>${s.quote}<//>` : s.line}</a><span class="note">${s.own ? "own words or act" : `said by ${s.source === "article" ? "the article" : s.source}`}, ${s.moment.words}${s.condition ? `, ${s.condition}` : ""}</span></p>`;
}
