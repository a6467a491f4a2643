// Drawings that come as values: lines, bars and words, per cent across and pixels down, so that words keep their size.
import { html } from "../vendor.js";

const SHAPES = {
  line: (s) => html`<line x1=${`${s.x1}%`} y1=${s.y1} x2=${`${s.x2}%`} y2=${s.y2} class=${`d-${s.style}`}>${s.title && html`<title>${s.title}</title>`}</line>`,
  bar: (s) => html`<rect x=${`${s.x}%`} y=${s.y} width=${s.width ? `${s.width}%` : 7} height=${s.height} rx="2" transform=${s.width ? undefined : "translate(-3.5 0)"} class=${`d-${s.style}`} />`,
  label: (s) => html`<text x=${`${s.x}%`} y=${s.y} text-anchor=${s.anchor || "middle"} class=${s.style && `d-${s.style}`}>${s.text}</text>`,
};

/** A drawing with what its colours mean and what is said beneath. */
export function Drawing({ of }) {
  return html`<figure class="plot">
    <svg height=${of.height} role="img" aria-label=${of.label}>${of.shapes.map((s) => SHAPES[s.type](s))}</svg>
    ${(of.caption || of.keys.length > 0) && html`<figcaption>${of.keys.map((k) => html`<span class="key-of"><i class=${`key k-${k.style}`}></i>${k.words}</span>`)}${of.caption && html`<p>${of.caption}</p>`}</figcaption>`}
  </figure>`;
}
