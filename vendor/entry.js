// What the explorer takes from others: one module, so that the pages need no build step and no network.
import { Fragment, createContext, h, render } from "preact";
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import htm from "htm";
import Graph from "graphology";
import Sigma from "sigma";

export const html = htm.bind(h);
export { Fragment, createContext, h, render };
export { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState };
export { Graph, Sigma };
export { bisector, extent, max, sum } from "d3-array";
export { brushX } from "d3-brush";
export { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
export { scaleLinear, scaleSqrt, scaleUtc } from "d3-scale";
export { pointer, select } from "d3-selection";
export { utcDay, utcMonth, utcMonday, utcYear } from "d3-time";
export { utcFormat } from "d3-time-format";
export { feature, mesh } from "topojson-client";
