import { contract } from '../../../shared/api/contract.ts'
import type { Contract } from '../../../shared/api/operation.ts'
import { z } from '../../../shared/api/zod.ts'

/** Every operation of the door with its schemas, for people who script it. */
export function catalogue() {
  const surface: Contract = contract
  const operations = Object.entries(surface).flatMap(([domain, methods]) =>
    Object.entries(methods).map(([method, { kind, about, input, output }]) => ({
      name: `${domain}.${method}`,
      kind,
      about,
      // As a caller writes it: before defaults are filled in.
      input: z.toJSONSchema(input, { io: 'input' }),
      output: z.toJSONSchema(output),
    })),
  )
  return { call: 'POST /api/<name>', operations }
}
