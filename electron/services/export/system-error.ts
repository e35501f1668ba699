/** The operating system's code for what went wrong (ENOSPC, EACCES, ...). Any other error is a programmer's and is thrown on. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (typeof code !== 'string' || code.startsWith('ERR_')) throw error;
  return code;
}
