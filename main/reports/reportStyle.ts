/** The style of printed reports; `footer` is repeated on every page beside its number. */
export function reportStyle(footer: string): string {
  return `
@page { size: letter; margin: 16mm 15mm 18mm;
  @bottom-left { content: "${cssText(footer)}"; font: 8pt Arial, "Liberation Sans", sans-serif; color: #555; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Arial, "Liberation Sans", sans-serif; color: #555; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; padding: 12mm 0; font: 9.5pt/1.4 "Segoe UI", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; color: #1a1a1a; background: #fff; }
@media print { body { max-width: none; padding: 0; } }
header { display: flex; justify-content: space-between; gap: 10mm; border-bottom: 2pt solid #8e1c3a; padding-bottom: 4mm; }
h1 { margin: 0; font-size: 21pt; line-height: 1.1; letter-spacing: -.2pt; }
h2 { margin: 7mm 0 2mm; font-size: 12.5pt; break-after: avoid; }
p { margin: 0 0 2mm; }
.notice { margin: 1.5mm 0 0; font-size: 11pt; color: #333; }
address { font-style: normal; text-align: right; min-width: 45mm; text-wrap: balance; }
address span, .because span { display: block; }
address span:first-child { font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm; margin: 4mm 0; }
.facts dt { color: #555; font-size: 8.5pt; }
.facts dd { margin: 0; font-weight: 600; }
.answer { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm; }
.answer p { margin: 0; padding: 3mm 4mm; border: 1pt solid #bbb; border-left-width: 4pt; border-radius: 2pt; font-size: 10.5pt; break-inside: avoid; }
.answer strong { display: block; font-size: 22pt; line-height: 1.1; font-variant-numeric: tabular-nums; }
.answer span { display: block; color: #555; font-size: 8.5pt; }
.affected { border-left-color: #b3261e !important; }
.unknown { border-left-color: #9a6700 !important; }
.clear { border-left-color: #666 !important; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; }
thead { display: table-header-group; }
th, td { padding: 1.6mm 2mm; text-align: left; vertical-align: top; border-bottom: .5pt solid #ccc; overflow-wrap: break-word; }
thead th { font-weight: 600; color: #444; border-bottom: 1pt solid #666; vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 700; }
/* A single range stays on its line, a list of them may wrap. */
.serials { min-width: 20mm; }
.w, .batches tbody th { white-space: nowrap; }
th small { display: block; font-weight: 400; }
tr { break-inside: avoid; }
tr.lot td, tr.lot th { border-bottom: 0; break-after: avoid; }
tr.because td { padding-top: 0; color: #333; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.batches thead .n { white-space: normal; }
.none { color: #444; }
.method { break-inside: avoid; margin-top: 7mm; border-top: 1pt solid #bbb; font-size: 8.5pt; color: #333; }
.method h2 { font-size: 10.5pt; margin-top: 3mm; }
code { font: 7.5pt ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.sign { display: grid; grid-template-columns: 2fr 1fr; gap: 10mm; margin-top: 13mm; }
.sign p { border-top: .75pt solid #333; padding-top: 1mm; color: #555; font-size: 8.5pt; }
`
}

function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:()'’–-]/gu, ' ').replaceAll("'", '’')
}
