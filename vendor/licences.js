// Writes the licence of every package that the lock file brings into the bundle, in the order of their names.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const parts = Object.entries(lock.packages)
  .filter(([path, entry]) => path.startsWith("node_modules/") && !entry.dev)
  .map(([path, entry]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const file = existsSync(path) && readdirSync(path).find((found) => /^licen[cs]e/i.test(found));
    if (!file) throw new Error(`${name}: no licence file`);
    return `${name} ${entry.version} (${entry.license})\n\n${readFileSync(`${path}/${file}`, "utf8").trim()}\n`;
  });
writeFileSync(process.argv[2], parts.sort().join(`\n${"-".repeat(80)}\n\n`));
