// Where the parties of a network stand: a force layout without chance, so that the same network looks the same every time.
/** Places for `n` nodes around (0, 0); `links` are [from, to, weight]. */
export function arranged(n, links) {
  const at = Array.from({ length: n }, (_, i) => {
    const angle = i * 2.399963, away = 10 * Math.sqrt(i + 0.5);
    return { x: away * Math.cos(angle), y: away * Math.sin(angle), dx: 0, dy: 0 };
  });
  const ideal = 34, steps = n > 250 ? 120 : 320;
  for (let step = 0; step < steps; step += 1) {
    const heat = 12 * (1 - step / steps) + 0.2;
    pushed(at, ideal);
    for (const [a, b, weight] of links) pull(at[a], at[b], ideal, weight);
    for (const node of at) {
      node.dx -= node.x * 0.022;
      node.dy -= node.y * 0.034;
      const size = Math.hypot(node.dx, node.dy) || 1, go = Math.min(size, heat);
      node.x += (node.dx / size) * go;
      node.y += (node.dy / size) * go;
      node.dx = node.dy = 0;
    }
  }
  return at.map(({ x, y }) => ({ x, y }));
}

function pushed(at, ideal) {
  for (let a = 0; a < at.length; a += 1) {
    for (let b = a + 1; b < at.length; b += 1) {
      const dx = at[a].x - at[b].x || 0.01, dy = at[a].y - at[b].y || 0.01, far = dx * dx + dy * dy, force = (ideal * ideal) / far;
      at[a].dx += dx * force; at[a].dy += dy * force; at[b].dx -= dx * force; at[b].dy -= dy * force;
    }
  }
}

function pull(a, b, ideal, weight) {
  const dx = a.x - b.x, dy = a.y - b.y, far = Math.hypot(dx, dy), force = (far / ideal) * Math.min(1.4, 0.25 + 0.22 * Math.log2(1 + weight));
  const [fx, fy] = [dx * force * 0.4, dy * force * 0.4];
  a.dx -= fx; a.dy -= fy; b.dx += fx; b.dy += fy;
}
