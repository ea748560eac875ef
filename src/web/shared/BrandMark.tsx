/** The sun of Tienda Sol passing the baton: a half sun over a line. Decorative: the name always stands beside it. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M6 16a6 6 0 0 1 12 0z" fill="currentColor" />
      <path d="M12 3.2v3M4.6 6.4l2.1 2.1M19.4 6.4l-2.1 2.1M1.8 13.2h2.6M19.6 13.2h2.6M3 19.6h18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" fill="none" />
    </svg>
  );
}
