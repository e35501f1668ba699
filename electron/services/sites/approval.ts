import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import { isSameOrigin } from '../../../src/cms/site.ts';

/** What a site's own page gave: a password for Copydesk alone, and whose it is. */
export interface Approval {
  user: string;
  password: string;
}

/** The scheme of the addresses by which a browser comes back to this program. */
export const LINK_SCHEME = 'copydesk';
const WAY_BACK = `${LINK_SCHEME}://sign-in/`;

/** How long a person may take on the site's page, in milliseconds. */
const PATIENCE = 10 * 60_000;

interface Begun {
  state: string;
  approveAt: string;
  settle: (came: Result<Approval>) => void;
}

interface ApprovalsOptions {
  /** Opens an address in the system's browser; false where it is none that may be opened. */
  openOutside: (address: string) => Promise<boolean>;
  /** Whether the system hands `copydesk:` addresses to this program, asked for when somebody signs in. */
  canReturn: () => boolean;
}

/**
 * Sign-in on the site's own page, in the system's browser (WordPress's `authorize-application.php`). The browser comes back
 * by `copydesk://sign-in/STATE?site_url=…&user_login=…&password=…`, where STATE is a value that only the page that was opened
 * knows, good for once. One sign-in at a time: a later one ends the one before.
 */
export class Approvals {
  readonly #room: ApprovalsOptions;
  #begun: Begun | null = null;

  constructor(room: ApprovalsOptions) {
    this.#room = room;
  }

  /**
   * Opens the page and waits for the way back. Null where the system knows none: the page then shows the password, and the
   * person pastes it. Fails with `sites.refused` where the person said no or took too long, `push.cancelled`,
   * `sites.no-browser`.
   *
   * @param url the site's address: the page must be the site's own
   */
  async ask(url: string, approveAt: string, signal: AbortSignal): Promise<Result<Approval | null>> {
    if (!isSameOrigin(url, approveAt)) return fail('sites.refused', 'the page is not the site’s own');
    const page = new URL(approveAt);
    page.searchParams.set('app_name', 'Copydesk');
    if (!this.#room.canReturn()) {
      return (await this.#room.openOutside(page.href)) ? ok(null) : noBrowser();
    }
    this.#begun?.settle(fail('push.cancelled', 'another sign-in was begun'));
    const state = randomBytes(18).toString('hex');
    page.searchParams.set('success_url', WAY_BACK + state);
    page.searchParams.set('reject_url', WAY_BACK + state);
    let timer: NodeJS.Timeout | undefined;
    const came = new Promise<Result<Approval>>((settle) => {
      this.#begun = { state, approveAt, settle };
      timer = setTimeout(() => {
        settle(fail('sites.refused', 'nobody answered'));
      }, PATIENCE).unref();
      signal.addEventListener('abort', () => {
        settle(fail('push.cancelled', 'stopped'));
      });
    });
    try {
      return (await this.#room.openOutside(page.href)) ? await came : noBrowser();
    } finally {
      clearTimeout(timer);
      if (this.#begun?.state === state) this.#begun = null;
    }
  }

  /** Hears an address that the system handed over; false where it answers no sign-in that is under way. */
  arrive(address: string): boolean {
    const begun = this.#begun;
    if (!begun || !URL.canParse(address)) return false;
    const back = new URL(address);
    if (`${back.protocol}//${back.host}${back.pathname}` !== WAY_BACK + begun.state) return false;
    const [site, user, password] = ['site_url', 'user_login', 'password'].map((name) => back.searchParams.get(name));
    // Another site's password must never be tried at this one.
    if (site && !isSameOrigin(site, begun.approveAt)) return false;
    this.#begun = null;
    begun.settle(user && password ? ok({ user, password }) : fail('sites.refused', 'the person said no'));
    return true;
  }
}

const noBrowser = (): Result<never> => fail('sites.no-browser', 'the page could not be opened');
