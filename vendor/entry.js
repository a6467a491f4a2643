// What the explorer takes from others: one module, so that the pages need no build step and no network.
import { h, render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import htm from "htm";
import Graph from "graphology";
import Sigma from "sigma";

export const html = htm.bind(h);
export { render };
export { useEffect, useMemo, useRef, useState };
export { Graph, Sigma };
export { EdgeRectangleProgram } from "sigma/rendering";
export { max } from "d3-array";
export { geoArea, geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
export { scaleLinear, scaleUtc } from "d3-scale";
export { utcDay, utcMonday, utcMonth, utcYear } from "d3-time";
export { utcFormat } from "d3-time-format";
export { feature, mesh } from "topojson-client";
