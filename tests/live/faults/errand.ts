/** A push that the program is to make. Given again after the program was killed, it is the same push. */
export interface Errand {
  /** The data folder. */
  home: string;
  url: string;
  secret: string;
  story: string;
  /** For the headline, the address and the names of the pictures. */
  name: string;
  /** Seed and width of each picture. */
  pictures: [number, number][];
  status: 'draft' | 'published';
}

/** What the program says: it is about to send a request, or how its push stands. */
export type Told = { is: 'asks' } | { is: 'waiting' | 'person' | 'done'; code: string; push: string };
