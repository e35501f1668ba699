import type { Remark } from '../../src/language/proof.ts';

/** A remark and the text it is on. */
export interface PlacedRemark extends Remark {
  id: string;
  language: string;
  label: string;
  /** The whole text it was made on. */
  within: string;
}
