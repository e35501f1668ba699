/** Widths and heights of what readers read on, in CSS pixels: a common phone, a tablet upright, a laptop, and paper (A4). */
export const DEVICES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1280, height: 800 },
  print: { width: 794, height: 1123 },
} as const;
export type Device = keyof typeof DEVICES;
