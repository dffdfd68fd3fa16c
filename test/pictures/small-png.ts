/** Pixels as a PNG of at most 256 colours, which is a third of what a browser writes. */
import { crc32, deflateSync } from "node:zlib";

const COLOURS = 256;
/** Bits of each channel that tell colours apart; the edges of letters need no more. */
const BITS = 5;

/** @param pixels four bytes each, opaque, row by row */
export function smallPng(width: number, height: number, pixels: Uint8Array): Buffer {
  const { places, palette } = indexed(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(places.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, each a place in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

type Colour = readonly [number, number, number];

/** The commonest colours; each other one becomes the nearest of them. */
function indexed(pixels: Uint8Array): { places: Uint8Array; palette: readonly Colour[] } {
  const cells = new Map<number, { colour: Colour; count: number }>();
  const cellAt = (at: number): number =>
    [0, 1, 2].reduce((cell, channel) => (cell << BITS) | ((pixels[at + channel] ?? 0) >> (8 - BITS)), 0);
  for (let at = 0; at < pixels.length; at += 4) {
    const known = cells.get(cellAt(at));
    if (known) known.count++;
    else
      cells.set(cellAt(at), {
        colour: [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0],
        count: 1,
      });
  }
  const common = [...cells.values()].sort((a, b) => b.count - a.count).slice(0, COLOURS);
  const palette = common.map(({ colour }) => colour);
  const placeOf = new Map([...cells].map(([cell, { colour }]) => [cell, nearest(colour, palette)]));
  const places = Uint8Array.from({ length: pixels.length / 4 }, (_, at) => placeOf.get(cellAt(4 * at)) ?? 0);
  return { places, palette };
}

function nearest(colour: Colour, palette: readonly Colour[]): number {
  const distance = (other: Colour) =>
    other.reduce((sum, value, at) => sum + (value - (colour[at] ?? 0)) ** 2, 0);
  return palette.reduce(
    (best, other, at) => (distance(other) < distance(palette[best] ?? other) ? at : best),
    0,
  );
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(name), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
