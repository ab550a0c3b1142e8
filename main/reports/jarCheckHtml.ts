import { html } from './html.ts'

interface JarCheck {
  readonly firm: string
  readonly phone: string
  readonly instruction: string
  readonly lots: readonly { readonly code: string; readonly product: string; readonly units: number }[]
}

/**
 * “Is my jar affected?” as one file that can be opened or hosted anywhere: it holds the affected codes, the product, a
 * telephone number, and nothing else of the record; it asks no network. Without JavaScript the list can still be read.
 */
export function jarCheckHtml({ firm, phone, instruction, lots }: JarCheck): string {
  const known = JSON.stringify(lots.map(({ code, units }) => [code.replace(/[^A-Z0-9]/gi, '').toUpperCase(), units]))
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
        />
        <title>Is my jar affected? ${firm}</title>
        <style>
          body {
            margin: 0 auto;
            padding: 24px 16px;
            max-width: 36rem;
            font:
              18px/1.5 system-ui,
              sans-serif;
            color: #1a1a1a;
            background: #fff;
          }
          label {
            display: block;
            font-weight: 600;
          }
          input {
            box-sizing: border-box;
            width: 100%;
            min-height: 56px;
            padding: 8px 14px;
            font-size: 24px;
            border: 2px solid #555;
            border-radius: 8px;
          }
          output {
            display: block;
            min-height: 4em;
            margin: 16px 0;
            padding: 12px 16px;
            font-size: 20px;
            border-left: 6px solid #777;
            background: #f4f2ef;
          }
          output.yes {
            border-color: #b3261e;
            background: #fdeaea;
          }
        </style>
      </head>
      <body>
        <h1>Is my jar affected?</h1>
        <p>${firm || 'The kitchen'} recalls ${[...new Set(lots.map(({ product }) => product))].join(', ')}.</p>
        <label for="code">The code on the label</label>
        <input id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" />
        <output id="answer" for="code">Type the whole code as it is printed.</output>
        <p>${instruction}</p>
        <p>${phone ? `Questions: ${phone}` : ''}</p>
        <h2>The affected codes</h2>
        <ul>
          ${lots.map(({ code, product }) => html`<li><strong>${code}</strong> ${product}</li>`)}
        </ul>
        <p>A number after the code, as in <em>-017</em>, names one jar of it: every jar of these codes is affected.</p>
        <script>
          ${{ markup: scriptFor(known) }}
        </script>
      </body>
    </html>`.markup
}

/** Codes are letters and digits only by now: nothing in them can end the script. */
function scriptFor(known: string): string {
  return `
const known = ${known}
const input = document.getElementById('code')
const answer = document.getElementById('answer')
input.addEventListener('input', () => {
  const typed = input.value.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const hit = known.find(([code, units]) => {
    if (!typed.startsWith(code)) return false
    const rest = typed.slice(code.length)
    return rest === '' || (/^[0-9]{1,6}$/.test(rest) && Number(rest) >= 1 && Number(rest) <= units)
  })
  const near = typed.length >= 4 && known.some(([code]) => code.startsWith(typed) || misread(code) === misread(typed))
  answer.className = hit ? 'yes' : ''
  answer.textContent = hit
    ? 'Yes: this one is affected. Do not eat it.'
    : typed.length < 4
      ? 'Type the whole code as it is printed.'
      : near
        ? 'Almost an affected code. Look at the label once more: 0 and O, 1 and I are easily confused.'
        : 'This code is not one of the affected codes. Where the code cannot be read, ask us.'
})
function misread(code) {
  return code.replace(/[OQ]/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5').replace(/B/g, '8').replace(/Z/g, '2')
}`
}
