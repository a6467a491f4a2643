// The timeline on a canvas: thousands of marks at once, drawn from what `lanes` laid out.
import { palette, trace } from "./marks.js";
import { BIN, CROWD, PITCH } from "./lanes.js";

/** Draws lanes, ticks and marks; `hot` is the mark under the pointer or keys, `chosen` the one whose words are shown. */
export function paint(canvas, plan, { ticks, width, chosen, hot }) {
  const ratio = devicePixelRatio || 1, pen = canvas.getContext("2d"), colours = palette();
  canvas.width = width * ratio;
  canvas.height = plan.height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${plan.height}px`;
  pen.scale(ratio, ratio);
  ground(pen, plan, { ticks, width, colours });
  for (const lane of plan.lanes) {
    if (lane.bars) bars(pen, lane, colours);
    else for (const mark of lane.marks) draw(pen, lane, mark, { colours, on: mark.mark.id === chosen, hot: mark.mark.id === hot });
  }
}

function ground(pen, plan, { ticks, width, colours }) {
  pen.strokeStyle = colours.line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const tick of ticks) {
    pen.moveTo(Math.round(tick.x) + 0.5, 0);
    pen.lineTo(Math.round(tick.x) + 0.5, plan.height);
  }
  for (const lane of plan.lanes) {
    pen.moveTo(0, lane.top + lane.height - 0.5);
    pen.lineTo(width, lane.top + lane.height - 0.5);
  }
  pen.globalAlpha = 0.75;
  pen.stroke();
  pen.globalAlpha = 1;
}

/** The middle of a mark's row. */
export const middle = (lane, mark) => lane.body + mark.row * PITCH + PITCH / 2;

function draw(pen, lane, { mark, x, end, loose, at, r, row, text }, { colours, on, hot }) {
  const y = lane.body + row * PITCH + PITCH / 2, colour = colours.quads[mark.quad];
  if (end - x > (loose ? 2 * r + 2 : 48)) extent(pen, x, end, y, colour);
  if (on || hot) {
    pen.beginPath();
    pen.arc(at, y, r + 5, 0, 2 * Math.PI);
    pen.fillStyle = colours.card;
    pen.fill();
    pen.strokeStyle = colours.focus;
    pen.lineWidth = on ? 2.5 : 1.5;
    pen.stroke();
  }
  trace(pen, mark.status, at, y, r);
  pen.lineWidth = mark.outlets > 1 ? 2.8 : 2;
  pen.strokeStyle = colour;
  pen.fillStyle = mark.status === "actual" ? colour : colours.paper;
  if (mark.status !== "denied") pen.fill();
  pen.stroke();
  if (mark.outlets > 1) rim(pen, at, y, r + 3, colour);
  if (text) {
    pen.font = "11.5px system-ui, sans-serif";
    pen.textBaseline = "middle";
    const wide = pen.measureText(text).width;
    pen.globalAlpha = 0.88;
    pen.fillStyle = colours.paper;
    pen.fillRect(at + r + 4, y - 7, wide + 4, 14);
    pen.globalAlpha = 1;
    pen.fillStyle = on || hot ? colours.ink : colours.soft;
    pen.fillText(text, at + r + 6, y + 0.5);
  }
}

/** How closely it is dated: a line as long as the time that may be meant. */
function extent(pen, x, end, y, colour) {
  pen.globalAlpha = 0.45;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(x + 1, y); pen.lineTo(end - 1, y);
  pen.moveTo(x + 1, y - 3); pen.lineTo(x + 1, y + 3);
  pen.moveTo(end - 1, y - 3); pen.lineTo(end - 1, y + 3);
  pen.stroke();
  pen.globalAlpha = 1;
}

function rim(pen, x, y, r, colour) {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.lineWidth = 1;
  pen.strokeStyle = colour;
  pen.stroke();
}

function bars(pen, lane, colours) {
  const most = Math.max(...lane.bars.map((b) => Math.max(b.up, b.down))), zero = lane.body + CROWD / 2, unit = (CROWD / 2 - 2) / most;
  for (const bin of lane.bars) {
    pen.fillStyle = colours.cooperative;
    pen.fillRect(bin.x, zero - bin.up * unit, BIN - 1, bin.up * unit);
    pen.fillStyle = colours.hostile;
    pen.fillRect(bin.x, zero, BIN - 1, bin.down * unit);
  }
  pen.fillStyle = colours.soft;
  pen.fillRect(lane.bars[0].x, zero - 0.5, lane.bars.at(-1).x + BIN - lane.bars[0].x, 1);
}

/** What lies under a point: a mark, a bar of many, or nothing. */
export function under(plan, px, py) {
  const lane = plan.lanes.find((l) => py >= l.top && py < l.top + l.height);
  if (!lane) return null;
  if (lane.bars) {
    const bin = lane.bars.find((b) => px >= b.x && px < b.x + BIN);
    return bin ? { lane, bin } : null;
  }
  let best = null, far = 14;
  for (const mark of lane.marks) {
    const y = middle(lane, mark);
    const away = Math.hypot(px - mark.at, (py - y) * 1.2);
    const along = Math.abs(py - y) < 7 && px >= mark.x && px <= Math.max(mark.end, mark.at + mark.r + (mark.text ? 8 + mark.text.length * 6 : 0)) ? 9 : Infinity;
    if (Math.min(away, along) < far) [best, far] = [mark, Math.min(away, along)];
  }
  return best && { lane, mark: best };
}
