// The drawn network: sigma over graphology, cooperation in whole lines, conflict in broken ones, each two parties' lines side by side.
import { EdgeRectangleProgram, Graph, Sigma, html, useEffect, useRef, useState } from "../vendor.js";
import { arranged } from "./layout.js";
import { onScheme, palette } from "./marks.js";

const APART = 0.006;

/** Lines that stand a little aside of the straight one, so that two between the same parties can both be seen and clicked. */
class Beside extends EdgeRectangleProgram {
  processVisibleItem(index, start, source, target, data) {
    const dx = target.x - source.x, dy = target.y - source.y, long = Math.hypot(dx, dy) || 1, by = (data.aside * APART) / long;
    const moved = (node) => ({ ...node, x: node.x - dy * by, y: node.y + dx * by });
    super.processVisibleItem(index, start, moved(source), moved(target), data);
  }
}

/** The same, broken into dashes along its way. */
class Dashed extends Beside {
  getDefinition() {
    const given = super.getDefinition();
    const dash = "gl_FragColor = mod(abs(dot(gl_FragCoord.xy, normalize(vec2(-v_normal.y, v_normal.x)))), 13.0) < 8.0 ? mix(v_color, transparent, t) : transparent;";
    return { ...given, FRAGMENT_SHADER_SOURCE: given.FRAGMENT_SHADER_SOURCE.replace("gl_FragColor = mix(v_color, transparent, t);", dash) };
  }
}

export function Picture({ nodes, links, chosen, onNode, onLink, label }) {
  const box = useRef(), [failed, setFailed] = useState(false), [dark, setDark] = useState(0);
  useEffect(() => onScheme(() => setDark((n) => n + 1)), []);
  useEffect(() => {
    if (!nodes.length) return undefined;
    const names = [], colours = palette();
    let sigma;
    try {
      sigma = new Sigma(graph(nodes, links, colours, box.current), box.current, settings(colours, chosen, (pen, data) => names.push([pen, data])));
      sigma.on("afterRender", () => written(names[0]?.[0], names.splice(0).map(([, data]) => data), colours));
      sigma.refresh();
    } catch {
      setFailed(true);
      return undefined;
    }
    sigma.on("clickNode", ({ node }) => onNode(node));
    sigma.on("clickEdge", ({ edge }) => onLink(edge));
    sigma.on("clickStage", () => onNode(null));
    const point = (name) => () => (box.current.style.cursor = name);
    for (const kind of ["Node", "Edge"]) sigma.on(`enter${kind}`, point("pointer")), sigma.on(`leave${kind}`, point(""));
    return () => sigma.kill();
  }, [nodes, links, dark, chosen]);
  if (failed) return html`<p class="note">This browser draws no WebGL; the table holds the same.</p>`;
  return html`<div class="graph" ref=${box} role="img" aria-label=${label}></div>`;
}

function graph(nodes, links, colours, box) {
  const made = new Graph({ multi: true, type: "undirected" }), number = new Map(nodes.map((n, i) => [n.id, i]));
  const at = arranged(nodes.length, links.map((l) => [number.get(l.a), number.get(l.b), l.events]), box.clientWidth / box.clientHeight), small = Math.min(1, box.clientWidth / 640);
  const most = Math.max(1, ...nodes.map((n) => n.events));
  nodes.forEach((node, i) => made.addNode(node.id, { ...at[i], label: node.name, size: 3.5 + 11 * small * Math.sqrt(node.events / most), color: node.hostile > node.cooperative ? colours.hostile : colours.cooperative, zIndex: 1 }));
  const twice = new Set(), seen = new Set();
  for (const l of links) (seen.has(pair(l)) ? twice : seen).add(pair(l));
  for (const link of links) {
    const hostile = link.kind === "hostile";
    made.addEdgeWithKey(link.key, link.a, link.b, {
      size: 1.2 + 1.6 * Math.log2(1 + link.events), color: hostile ? colours.hostile : colours.cooperative, type: hostile ? "dashed" : "solid", aside: twice.has(pair(link)) ? (hostile ? 1 : -1) : 0,
    });
  }
  return made;
}

const pair = (link) => `${link.a} ${link.b}`;

/** Names of the parties with most events first, as far as there is room; to the left where the right edge would cut them. */
function written(pen, waiting, colours) {
  if (!pen) return;
  const taken = [];
  pen.font = "12.5px system-ui, sans-serif";
  pen.textBaseline = "middle";
  pen.lineWidth = 3;
  pen.lineJoin = "round";
  pen.strokeStyle = colours.card;
  pen.fillStyle = colours.ink;
  for (const { label, x, y, size } of waiting.sort((a, b) => b.size - a.size)) {
    const wide = pen.measureText(label).width, right = x + size + 4;
    const left = right + wide > pen.canvas.clientWidth ? x - size - 4 - wide : right, box = [left, y - 9, left + wide + 4, y + 9];
    if (taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1])) continue;
    taken.push(box);
    pen.strokeText(label, left, y + 0.5);
    pen.fillText(label, left, y + 0.5);
  }
}

function settings(colours, chosen, onLabel) {
  return {
    labelFont: "system-ui, sans-serif", labelSize: 12.5, labelColor: { color: colours.ink }, labelDensity: 50, labelGridCellSize: 60, labelRenderedSizeThreshold: 0,
    defaultDrawNodeLabel: onLabel,
    enableEdgeEvents: true, enableCameraRotation: false, defaultEdgeType: "solid", edgeProgramClasses: { solid: Beside, dashed: Dashed }, stagePadding: 46, zIndex: true, allowInvalidContainer: true, minEdgeThickness: 1.2,
    edgeReducer: (key, data) => (chosen && !chosen.has(key) ? { ...data, color: colours.line } : { ...data, zIndex: chosen ? 1 : 0 }),
    defaultDrawNodeHover: (pen, data) => {
      pen.font = "600 12.5px system-ui, sans-serif";
      const wide = pen.measureText(data.label).width;
      pen.fillStyle = colours.card;
      pen.strokeStyle = colours.line;
      pen.beginPath();
      pen.roundRect(data.x - data.size - 4, data.y - data.size - 4, data.size * 2 + wide + 18, data.size * 2 + 8, data.size + 4);
      pen.fill();
      pen.stroke();
      pen.fillStyle = colours.ink;
      pen.textBaseline = "alphabetic";
      pen.fillText(data.label, data.x + data.size + 4, data.y + 4);
    },
  };
}
