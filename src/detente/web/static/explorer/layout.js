// Where the parties of a network stand: a force layout without chance, so that the same network looks the same every time.
const IDEAL = 40;

/** Places for `n` nodes; `links` are [from, to, weight], `shape` is the width of the picture by its height. What hangs together is laid out by itself, the largest first, the rest in rows below. */
export function arranged(n, links, shape = 1.3) {
  const at = Array.from({ length: n }, () => ({ x: 0, y: 0 })), groups = together(n, links).sort((a, b) => b.length - a.length || a[0] - b[0]);
  const boxes = groups.map((group) => laidOut(group, links.filter(([a]) => group.includes(a)), at, shape));
  const wide = Math.max(boxes[0].width, 12 * IDEAL), room = wide * 0.24;
  let x = 0, y = 0, high = 0;
  boxes.forEach((box, g) => {
    if (x > 0 && x + box.width + room * 0.6 > wide) [x, y, high] = [0, y + high + wide * 0.055, 0];
    const centre = g === 0 ? (wide - box.width) / 2 : x;
    for (const i of groups[g]) {
      at[i].x += centre - box.left;
      at[i].y = -(at[i].y - box.top + y);
    }
    if (g === 0) y = box.height + wide * 0.08;
    else [x, high] = [x + box.width + room, Math.max(high, box.height)];
  });
  return at;
}

function together(n, links) {
  const next = Array.from({ length: n }, () => []), seen = new Set(), groups = [];
  for (const [a, b] of links) next[a].push(b), next[b].push(a);
  for (let i = 0; i < n; i += 1) {
    if (seen.has(i)) continue;
    const group = [], todo = [i];
    seen.add(i);
    while (todo.length) {
      const one = todo.pop();
      group.push(one);
      for (const other of next[one]) if (!seen.has(other)) seen.add(other), todo.push(other);
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

/** One group laid out around (0, 0), about as wide for its height as `shape`; gives the box it takes. */
function laidOut(group, links, all, shape) {
  const at = group.map((id, i) => {
    const angle = i * 2.399963, away = IDEAL * 0.5 * Math.sqrt(i);
    return Object.assign(all[id], { x: away * Math.cos(angle) * shape, y: away * Math.sin(angle), dx: 0, dy: 0 });
  });
  const steps = group.length > 250 ? 120 : 400, degree = new Map();
  for (const id of links.flatMap(([a, b]) => [a, b])) degree.set(id, (degree.get(id) || 0) + 1);
  for (let step = 0; step < steps && group.length > 1; step += 1) {
    const heat = 14 * (1 - step / steps) + 0.1;
    pushed(at);
    for (const [a, b, weight] of links) pull(all[a], all[b], weight / Math.sqrt(Math.min(degree.get(a), degree.get(b))));
    for (const node of at) {
      const size = Math.hypot(node.dx, node.dy) || 1, go = Math.min(size, heat);
      node.x += (node.dx / size) * go;
      node.y += (node.dy / size) * go;
      [node.dx, node.dy] = [-node.x * 0.024 / shape, -node.y * 0.024 * shape];
    }
  }
  if (group.length > 8) {
    const wide = IDEAL * 2.8 * Math.sqrt(group.length * shape);
    spread(at, "x", wide);
    spread(at, "y", (0.8 * wide) / shape);
  }
  const xs = at.map((p) => p.x), ys = at.map((p) => p.y), left = Math.min(...xs), top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Half of where it is, half of its rank: what is crowded gets room, what is far comes near, and the order stays. */
function spread(at, axis, size) {
  const sorted = [...at].sort((a, b) => a[axis] - b[axis]), low = sorted[0][axis], long = sorted.at(-1)[axis] - low || 1;
  sorted.forEach((p, rank) => {
    p[axis] = size * (0.45 * ((p[axis] - low) / long) + (0.55 * rank) / (sorted.length - 1));
  });
}

function pushed(at) {
  for (let a = 0; a < at.length; a += 1) {
    for (let b = a + 1; b < at.length; b += 1) {
      const dx = at[a].x - at[b].x || 0.01, dy = at[a].y - at[b].y || 0.01, force = (IDEAL * IDEAL) / (dx * dx + dy * dy);
      at[a].dx += dx * force; at[a].dy += dy * force; at[b].dx -= dx * force; at[b].dy -= dy * force;
    }
  }
}

function pull(a, b, weight) {
  const dx = a.x - b.x, dy = a.y - b.y, force = (Math.hypot(dx, dy) / IDEAL) * Math.min(0.4, 0.14 + 0.05 * Math.log2(1 + weight));
  a.dx -= dx * force; a.dy -= dy * force; b.dx += dx * force; b.dy += dy * force;
}
