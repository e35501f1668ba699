/**
 * A replacement's text with what was found put in, as ECMAScript's own `replace` does: `$&` all of it, `$1` to `$99` a
 * group, `$<name>` a named one, `$$` a dollar sign. A group that does not exist stays as it is written.
 *
 * @param groups all that was found, then its groups
 */
export function expandTemplate(template: string, groups: readonly string[], named: Record<string, string>): string {
  return template.replace(/\$(?:\$|&|<([^>]*)>|(\d{1,2}))/g, (written, name?: string, number?: string) => {
    if (written === '$$') return '$';
    if (written === '$&') return groups[0] ?? '';
    if (name !== undefined) return named[name] ?? written;
    return byNumber(number ?? '', groups) ?? written;
  });
}

/** `$10` is group 10 where there are ten, else group 1 and a nought. */
function byNumber(digits: string, groups: readonly string[]): string | undefined {
  const whole = Number(digits) === 0 ? undefined : groups[Number(digits)];
  if (whole !== undefined || digits.length === 1) return whole;
  const first = digits.charAt(0);
  const group = first === '0' ? undefined : groups[Number(first)];
  return group === undefined ? undefined : group + digits.slice(1);
}
