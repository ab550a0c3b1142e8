import { useQueries } from '@tanstack/react-query'
import { type AnswerOf, api, type Domain, type InputOf, type Operation } from './door.ts'

/** Asks the core the same of several things; undefined for each that has not answered, or could not. */
export function useAnswers<D extends Domain, O extends Operation<D>>(
  domain: D,
  operation: O,
  inputs: readonly InputOf<D, O>[],
): readonly (AnswerOf<D, O> | undefined)[] {
  const answers = useQueries({
    queries: inputs.map((input) => ({
      queryKey: [domain, operation, input],
      queryFn: async () => await (api[domain][operation] as (given: InputOf<D, O>) => Promise<AnswerOf<D, O>>)(input),
    })),
  })
  return answers.map(({ data }) => data)
}
