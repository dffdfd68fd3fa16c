/** Draws bars as a PNG; the library and the font are loaded when the first picture is asked for. */
import { join } from "node:path";
import type { Bars } from "../../reply.ts";
import { root } from "../../root.ts";
import { FAMILY, svgOf } from "./svg.ts";

/** Twice as many pixels as the picture is wide, for screens that show them. */
const ZOOM = 2;

/** Latin and Cyrillic letters, digits, and the few Chinese words that a chart says; corpus/chart-font.LICENSE.txt. */
const FONT = join(root, "corpus", "chart-font.ttf");

export async function drawChart(drawn: Bars): Promise<Uint8Array> {
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(svgOf(drawn), {
    fitTo: { mode: "zoom", value: ZOOM },
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: FAMILY },
  });
  return image.asPng();
}
