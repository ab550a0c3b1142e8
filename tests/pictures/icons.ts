import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright'
import { chromiumOptions } from '../support/chromium.ts'
import { icnsFile, icoFile } from './iconFiles.ts'

/*
 * Draws the app's icons for Windows, macOS and Linux from renderer/public/icon.svg: `npm run icons`.
 */
const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'main/hosts/electron/packaging')
const drawing = await readFile(path.join(root, 'renderer/public/icon.svg'), 'utf8')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

const browser = await chromium.launch(chromiumOptions())
const page = await browser.newPage()
const pictures = new Map<number, Buffer>()
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${drawing}`)
  pictures.set(size, await page.screenshot({ omitBackground: true }))
}
await browser.close()

await mkdir(path.join(folder, 'icons'), { recursive: true })
await writeFile(path.join(folder, 'icon.ico'), icoFile(pictures))
await writeFile(path.join(folder, 'icon.icns'), icnsFile(pictures))
for (const [size, png] of pictures)
  if (size <= 512) await writeFile(path.join(folder, 'icons', `${size}x${size}.png`), png)
