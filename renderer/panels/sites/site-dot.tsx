/** A site's colour, beside its name. */
export function SiteDot({ colour }: { colour: string }) {
  return <span className="person-dot" style={{ background: colour }} aria-hidden="true" />;
}
