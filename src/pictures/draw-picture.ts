import { drawSvg } from "./draw-svg.ts";
import type { Drawing } from "./drawing.ts";
import { matrixSvg } from "./matrix-svg.ts";
import { timelineSvg } from "./timeline-svg.ts";

/** A drawing as a PNG. */
export function drawPicture(drawing: Drawing): Promise<Uint8Array> {
  switch (drawing.kind) {
    case "matrix":
      return drawSvg(matrixSvg(drawing));
    case "timeline":
      return drawSvg(timelineSvg(drawing));
  }
}
