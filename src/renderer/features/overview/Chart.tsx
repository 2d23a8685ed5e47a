/** One of our own charts: its text was escaped where it was drawn, and it says itself to a screen reader. */
export function Chart({ svg }: { readonly svg: string }) {
  return <div className="chart" dangerouslySetInnerHTML={{ __html: svg }} />
}
