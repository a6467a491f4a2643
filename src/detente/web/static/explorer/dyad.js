// What passed between two parties, step by step; where nobody wrote about the pair nothing is known, which is not zero.
import { html, max, scaleLinear } from "../vendor.js";
import { Long } from "./actor.js";
import { Entry, Several, latest } from "./entry.js";
import { Filters } from "./filters.js";
import { QUADS } from "./marks.js";
import { Answer, Bounded, Choice, Nothing, Title, Who, count, plural, useWidth } from "./parts.js";
import { useAsk } from "./source.js";
import { asked, changed, go } from "./state.js";
import { Compare } from "./statements.js";
import { Colours } from "./story.js";

const STEPS = ["day", "week", "month", "quarter", "year", "decade"], HEIGHT = 220, FOOT = 24;

export function Dyad({ at }) {
  const a = at.query.get("a"), b = at.query.get("b"), step = STEPS.includes(at.query.get("step")) ? at.query.get("step") : "month";
  const facets = useAsk("facets", asked(at.query, ["actor"]));
  const answer = useAsk(a && b ? "dyad" : null, { ...asked(at.query, ["actor"]), a, b, step, directed: at.query.get("directed") === "1" });
  const dyad = answer.value?.dyad;
  return html`<${Title} name="Pair">${dyad ? html`<${Who} side=${dyad.a} /> ${dyad.directed ? "→" : "–"} <${Who} side=${dyad.b} />` : "A pair"}<//>
    <${Filters} /><${Compare} at=${at} actors=${facets.value?.actors || []} first="a" second="b" words=${["Between", "and"]} />
    ${a && b ? html`<${Answer} of=${answer} what="this pair">${dyad && html`<${Series} at=${at} dyad=${dyad} bound=${answer.value.bound} step=${step} />`}<//>` : html`<${Nothing}>Choose two parties.<//>`}`;
}

function Series({ at, dyad, bound, step }) {
  const ids = at.query.getAll("many");
  const apart = [[dyad.wider, `dated less closely than a ${step}`], [dyad.undated, "without a day"], [dyad.outside, "outside this time"], [dyad.ahead, "planned"]].filter(([n]) => n).map(([n, words]) => `${count(n)} ${words}`);
  return html`<${Bounded} bound=${bound} />
    <div class="tools"><${Choice} label="Step" value=${step} options=${STEPS.map((s) => [s, s])} onChange=${(s) => go(changed(at, { step: s, many: null }), { replace: true })} />
      <label class="tick"><input type="checkbox" checked=${dyad.directed} onChange=${() => go(changed(at, { directed: dyad.directed ? null : "1", many: null }), { replace: true })} /><span>only from the first to the second</span></label></div>
    <${Bars} points=${dyad.points} chosen=${ids} onPick=${(p) => go(changed(at, { many: p.entries.slice(0, 60) }), { replace: true })} />
    <div class="legend flat"><${Colours} /><span><i class="swatch unknown"></i>nobody wrote of the pair: nothing is known</span></div>
    <p class="note">${plural(dyad.events, "event")} in the bars, as reported as happened.${apart.length > 0 && ` Apart from them: ${apart.join(", ")}.`}</p>
    ${ids.length > 0 && html`<${Several} ids=${ids} title=${plural(ids.length, "event")} onClose=${() => go(changed(at, { many: null }), { replace: true })} />`}
    <h2>All events of the pair</h2>
    ${!dyad.entries.length && html`<${Nothing} />`}
    <${Long} rows=${latest(dyad.entries)} draw=${(e) => html`<${Entry} key=${e.id} entry=${e} />`} />`;
}

function Bars({ points, onPick, chosen }) {
  const [ref, width] = useWidth();
  if (!points.length) return html`<div ref=${ref}><${Nothing}>No dated article names either of them.<//></div>`;
  const of = (p) => (p.quads ? [p.quads.verbal_cooperation, p.quads.material_cooperation, p.quads.verbal_conflict, p.quads.material_conflict] : [0, 0, 0, 0]);
  const up = max(points, (p) => of(p)[0] + of(p)[1]) || 0, down = max(points, (p) => of(p)[2] + of(p)[3]) || 0;
  const room = HEIGHT - FOOT - 8, most = Math.max(3, up + down), y = scaleLinear([0, most], [0, room]), zero = 8 + y(up + (most - up - down) / 2);
  const wide = Math.max(3, Math.min(46, width / points.length)), every = Math.max(1, Math.ceil(84 / wide));
  return html`<div class="scroll bars-box" ref=${ref} tabindex="0" role="group" aria-label="Events step by step">${width > 0 && html`<svg width=${Math.max(width, wide * points.length)} height=${HEIGHT} role="group" aria-label="Bars: cooperation upwards, conflict downwards">
    <defs><pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 6L6 0" /></pattern></defs>
    ${points.map((p, n) => {
      const q = of(p), at = n * wide, rect = (quad, value, top) => value > 0 && html`<rect class=${`q${quad}`} x=${at + 1} y=${top} width=${Math.max(1.5, wide - 2)} height=${y(value)} />`;
      const words = p.covered ? `${p.label}: ${p.events ? q.map((v, i) => v && `${v} ${QUADS[i + 1]}`).filter(Boolean).join(", ") : "no event"}; ${plural(p.articles, "article")}` : `${p.label}: nobody wrote of the pair, nothing is known`;
      const press = p.events ? { tabindex: 0, role: "button", onClick: () => onPick(p), onKeyDown: (e) => (e.key === "Enter" || e.key === " ") && (e.preventDefault(), onPick(p)) } : {};
      return html`<g ...${press} class=${p.events ? (chosen.includes(p.entries[0]) ? "point on" : "point") : ""} aria-label=${p.events ? words : undefined}><title>${words}</title><rect class=${p.covered ? "catch" : "unknown"} x=${at} y="8" width=${wide} height=${room} />
        ${rect(1, q[0], zero - y(q[0]))}${rect(2, q[1], zero - y(q[0] + q[1]))}${rect(3, q[2], zero)}${rect(4, q[3], zero + y(q[2]))}
        ${n % every === 0 && html`<text x=${at + 2} y=${HEIGHT - 7}>${p.label}</text>`}</g>`;
    })}<path class="zero" d=${`M0 ${zero}H${wide * points.length}`} /></svg>`}</div>`;
}
