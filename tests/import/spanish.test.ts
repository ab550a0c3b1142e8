import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendFile, verdicts } from '../support/imports.ts'
import { openKitchen, type TestKitchen } from '../support/kitchen.ts'

/* What is said of rows is kept, and said in the language of whoever reads it. */

let kitchen: TestKitchen
beforeAll(async () => {
  kitchen = await openKitchen()
})
afterAll(async () => await kitchen.close())

async function speak(language: 'en' | 'es'): Promise<void> {
  await kitchen.api.kitchen.speak({ requestId: crypto.randomUUID(), language })
}

const table = 'Date,Supplier,Ingredient,Quantity\n3/5,Farm,Salt,2 x 25 lb\n2026-03-01,Farm,Salt,x lb\n'

test('rows looked at in one language are read in the other, and in English on paper', async () => {
  await speak('es')
  const importId = await sendFile(kitchen.api, 'sal.csv', table)
  expect(await verdicts(kitchen.api, importId)).toEqual([
    '2 check: 2 x 25 lb es 50 lb en total. 3/5 no tiene año: se supone 2026-03-05.',
    '3 stopped: Salt: “x lb” no es una cantidad. Escriba un número y una unidad, por ejemplo 8 lb o 1 1/2 cup.',
  ])
  const { base64 } = await kitchen.api.imports.report({ importId, format: 'csv' })
  expect(Buffer.from(base64, 'base64').toString()).toContain('2 x 25 lb is 50 lb in all.')
  await speak('en')
  expect((await verdicts(kitchen.api, importId))[0]).toBe(
    '2 check: 2 x 25 lb is 50 lb in all. 3/5 has no year: 2026-03-05 is assumed.',
  )
})

test('a file that is no table is refused in the language of the person', async () => {
  await speak('es')
  await expect(sendFile(kitchen.api, 'nada.csv', '')).rejects.toThrow('nada.csv está vacío. Elija otro archivo.')
  await speak('en')
  await expect(sendFile(kitchen.api, 'none.csv', '')).rejects.toThrow('none.csv is empty. Choose another file.')
})

test('what a schema refuses is said in the language of the person', async () => {
  await speak('es')
  const named = { requestId: crypto.randomUUID(), importId: 1, what: 'supplier' as const, names: ['A'], as: '' }
  await expect(kitchen.api.imports.nameAs(named)).rejects.toThrow('El nombre: falta este dato.')
  await speak('en')
  await expect(kitchen.api.imports.nameAs(named)).rejects.toThrow('The name is missing.')
})
