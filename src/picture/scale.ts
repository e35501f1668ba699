import type { Crop } from '../story/photo-details.ts';

/** A decoded picture: four bytes a pixel (red, green, blue, alpha), row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Which pixels one of the smaller picture covers, and by how much of each. */
function spans(from: number, length: number, count: number): { first: number; weights: Float32Array }[] {
  const step = length / count;
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [index * step, (index + 1) * step];
    const first = Math.floor(start);
    const last = Math.min(Math.ceil(end - 1e-9), length);
    const weights = Float32Array.from(
      { length: Math.max(1, last - first) },
      (_weight, pixel) => (Math.min(end, first + pixel + 1) - Math.max(start, first + pixel)) / step,
    );
    return { first: from + first, weights };
  });
}

/**
 * A part of a picture at a smaller size: each pixel is the mean of what it covers, so that nothing is left out and fine
 * patterns do not shimmer. Transparent pixels lend no colour.
 *
 * @param part in whole pixels, within the picture
 */
export function scaled(picture: Pixels, part: Crop, width: number, height: number): Pixels {
  const columns = spans(part.x, part.width, width);
  const data = new Uint8ClampedArray(width * height * 4);
  const sums = new Float32Array(width * 4);
  for (const [y, row] of spans(part.y, part.height, height).entries()) {
    sums.fill(0);
    for (const [line, share] of row.weights.entries()) {
      const start = (row.first + line) * picture.width * 4;
      addRow(sums, picture.data, start, columns, share);
    }
    for (let x = 0; x < width; x++) {
      const [at, to] = [x * 4, (y * width + x) * 4];
      const alpha = sums[at + 3] ?? 0;
      for (let colour = 0; colour < 3; colour++) data[to + colour] = alpha > 0 ? (sums[at + colour] ?? 0) / alpha : 0;
      data[to + 3] = alpha * 255;
    }
  }
  return { width, height, data };
}

function addRow(
  sums: Float32Array,
  source: Uint8ClampedArray,
  start: number,
  columns: readonly { first: number; weights: Float32Array }[],
  share: number,
): void {
  for (let x = 0; x < columns.length; x++) {
    const { first, weights } = columns[x] as { first: number; weights: Float32Array };
    let [red, green, blue, alpha] = [0, 0, 0, 0];
    for (let pixel = 0, at = start + first * 4; pixel < weights.length; pixel++, at += 4) {
      const weight = ((weights[pixel] as number) * (source[at + 3] as number)) / 255;
      red += (source[at] as number) * weight;
      green += (source[at + 1] as number) * weight;
      blue += (source[at + 2] as number) * weight;
      alpha += weight;
    }
    const to = x * 4;
    sums[to] = (sums[to] as number) + red * share;
    sums[to + 1] = (sums[to + 1] as number) + green * share;
    sums[to + 2] = (sums[to + 2] as number) + blue * share;
    sums[to + 3] = (sums[to + 3] as number) + alpha * share;
  }
}

/** The picture turned clockwise. */
export function turnedPixels(picture: Pixels, rotation: 0 | 90 | 180 | 270): Pixels {
  if (rotation === 0) return picture;
  const { width, height } = picture;
  const isOnItsSide = rotation !== 180;
  const turned = isOnItsSide ? { width: height, height: width } : { width, height };
  const source = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [toX, toY] =
        rotation === 90 ? [height - 1 - y, x] : rotation === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x];
      pixels[toY * turned.width + toX] = source[y * width + x] as number;
    }
  return { ...turned, data: new Uint8ClampedArray(pixels.buffer) };
}

/** The picture on white, as JPEG has it, which knows no transparency. */
export function onWhite({ width, height, data }: Pixels): Pixels {
  const flat = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] as number) / 255;
    for (let colour = 0; colour < 3; colour++)
      flat[at + colour] = (data[at + colour] as number) * alpha + 255 * (1 - alpha);
    flat[at + 3] = 255;
  }
  return { width, height, data: flat };
}
