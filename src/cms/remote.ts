/** A post as the site has it: what a conflict is found by, and what a merge reads. Plain data. */
export interface RemotePost {
  /** The site's own id, as text. */
  id: string;
  /** Its public address; a preview's where it is not published. */
  link: string;
  /** Where a person edits it in a browser; empty where there is no such page. */
  editLink: string;
  status: 'draft' | 'pending' | 'scheduled' | 'published' | 'private' | 'trashed';
  /** When it goes or went out (RFC 3339), or null. */
  at: string | null;
  /** Says which state of the post this is; another text means that somebody has changed it (or saved it without a change). */
  revision: string;
  /** When it was last changed there (RFC 3339). */
  modified: string;
  title: string;
  /** As the CMS stores it: block markup, Lexical JSON, or HTML. */
  content: string;
  excerpt: string;
  slug: string;
  /** By name. */
  categories: string[];
  tags: string[];
  /** The media id or address of the picture that stands for it; empty for none. */
  featured: string;
  /** The id of our story that the post carries; empty for a post that was not made here. */
  story: string;
}

/** A post in a list. */
export interface PostSummary {
  id: string;
  title: string;
  link: string;
  status: RemotePost['status'];
  modified: string;
  author: string;
  /** The id of our story that it carries, where the list tells; else empty. */
  story: string;
}
