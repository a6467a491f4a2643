// A block of a weighed case: sentences, drawings, a table whose quotations lead to their articles, cards for questions.
import { html } from "../vendor.js";
import { Drawing } from "./drawing.js";
import { address } from "./state.js";

const BLANK = new Set(["blank", "cannot be placed from these texts", "–"]);
/** The column that quotations go into, by block. */
const QUOTED = { anchors: "words", claims: "words", evidence: "words", inputs: "stands" };

/** One block; `cited` are the pieces of evidence by id. */
export function Sheet({ sheet, cited }) {
  const { block, tones, drawings, cards } = sheet, lead = block.key === "lead";
  return html`<section class=${`sheet-block block-${block.key}`}>
    ${!lead && html`<h3>${block.title}</h3>`}
    ${block.lines.map((line, n) => html`<p class=${tones[n] || (lead ? "" : "said")}>${line}</p>`)}
    ${drawings.length > 0 && html`<div class="drawings">${drawings.map((d) => html`<${Drawing} of=${d} />`)}</div>`}
    ${cards.length > 0 ? html`<div class="what-ifs">${cards.map((c) => html`<${Card} card=${c} />`)}</div>` : block.rows.length > 0 && html`<${Table} block=${block} cited=${cited} />`}
    ${block.after.map((line) => html`<p class="said">${line}</p>`)}
  </section>`;
}

function Card({ card }) {
  return html`<article class="what-if"><h4>${card.title}</h4><p class="verdict">${card.verdict}</p>${card.lines.map((line) => html`<p>${line}</p>`)}${card.drawing && html`<${Drawing} of=${card.drawing} />`}</article>`;
}

/** Wide tables become lists on a narrow screen. */
function Table({ block, cited }) {
  const { head, rows, cites } = block, at = head.indexOf(QUOTED[block.key]);
  const quotes = (n) => (cites[n] || []).map((id) => cited.get(id)).filter(Boolean);
  const cell = (row, words, n, c) => {
    const own = c === at ? quotes(n) : [];
    return html`<td class=${BLANK.has(words) ? "blank" : ""} data-head=${head[c] || undefined}>${own.length && block.key !== "inputs" ? html`<${Quoted} quote=${own[0]}>${words}<//>` : words}
      ${block.key === "inputs" && own.map((q) => html`<span class="rests"><${Quoted} quote=${q}>“${q.quote}”<//></span>`)}</td>`;
  };
  return html`<div class="scroll-x"><table class=${head.length > 2 ? "wide" : ""}>
    ${head.some(Boolean) && html`<thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>`}
    <tbody>${rows.map((row, n) => html`<tr>${row.map((words, c) => cell(row, words, n, c))}</tr>`)}</tbody>
  </table></div>`;
}

/** Words as a link to their place in the article, where that article is here. */
function Quoted({ quote, children }) {
  const from = `${quote.by ? `${quote.by}; ` : ""}${quote.source}`;
  if (!quote.here) return html`<span title=${`${from}. This article is not here.`}>${children}</span>`;
  return html`<a href=${address("article", quote.article, { words: `${quote.start}-${quote.end}` })} title=${from}>${children}</a>`;
}
