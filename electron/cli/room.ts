/** What the command line speaks with. */
export interface Room {
  /** Results, for people and for other programs. */
  out: (text: string) => void;
  /** What went wrong. */
  error: (text: string) => void;
  /** COPYDESK_LANG, else LC_ALL, LC_MESSAGES or LANG, choose the language of messages: en or vi. */
  environment: Record<string, string | undefined>;
}

/** How a command ended: 0 done, 1 failed, 2 called wrongly, 3 someone must look at what both changed, 4 it waits for a network or server. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;
