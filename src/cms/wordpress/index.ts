import { base64, utf8 } from '../../base/bytes.ts';
import { fail, ok } from '../../base/result.ts';
import type { CmsAdapter } from '../adapter.ts';
import { connect, discover } from './discover.ts';
import { list, look, pull } from './pull.ts';
import { plan } from './plan.ts';
import { push } from './push.ts';

/**
 * WordPress 6 and later over its own REST API (`wp/v2`, https://developer.wordpress.org/rest-api/), signed in with an
 * application password (Settings → Users → Application Passwords).
 *
 * headline → title; standfirst → excerpt, and a line of its own in the text, since most themes print no excerpt; slug; tags;
 * category; lead photo → featured_media. Blocks → core blocks: paragraph, heading, list, quote, pullquote, image, gallery,
 * table, separator; a fact box is a group, a link card a paragraph with the link. What WordPress has no field for:
 * kicker, dateline, byline (its one author is whoever signs in, or whom the order names) and source credit are lines of
 * the text; a photo's credit follows its caption, in the text and in the library. Urgency, embargo, rights and the
 * photo's supplier stay in the story.
 *
 * Our mark is in each block's `metadata`, which the block editor keeps: by it a post is found again, and each block told.
 */
export const wordpress: CmsAdapter = {
  id: 'wordpress',
  capabilities: {
    signIn: 'password',
    canDiscover: true,
    canList: true,
    canSchedule: true,
    canUnpublish: true,
    hasCategories: true,
    hasPending: true,
    bodies: ['blocks'],
    longest: { title: null, excerpt: null },
  },
  discover,
  connect,
  plan,
  push,
  list,
  pull,
  look,
  async authorise({ user }, secret) {
    if (user === '' || secret === '' || user.includes(':'))
      return fail('push.bad-secret', 'a user and a password are needed', { form: 'password' });
    return ok({ authorization: `Basic ${base64(utf8(`${user}:${secret}`))}` });
  },
};
