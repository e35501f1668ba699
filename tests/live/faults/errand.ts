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
  /** What is ordered, one after the other; then the post is looked at. */
  orders: ('draft' | 'published' | 'scheduled' | 'unpublished')[];
  /** When a scheduled post goes out (RFC 3339). */
  at: string;
}

/** What the program says: it is about to send a request, or how its push stands; of one that is done what the look at it found. */
export type Told = { is: 'asks' } | { is: 'waiting' | 'person' | 'done'; code: string; push: string };
