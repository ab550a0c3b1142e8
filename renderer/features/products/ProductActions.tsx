import { Button } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { CardButton } from '../cards/CardButton.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

/** What can be done with a product as a whole. */
export function ProductActions({ product }: { readonly product: AnswerOf<'products', 'get'> }) {
  const { run, busy } = useCommand('products', 'retire')
  const { id, name, retired } = product

  async function retire(): Promise<void> {
    try {
      await run({ productId: id, retired: !retired })
      toastDone(
        retired
          ? say('{name} is among the products again.', { name })
          : say('{name} is out of the way. Its batches and stock stay; bring it back whenever you like.', { name }),
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <>
      {retired ? null : (
        <LinkButton to={`/make/${id}`} variant="light">
          {say('Make a batch')}
        </LinkButton>
      )}
      <CardButton kind="recipe" id={id}>
        {say('Recipe card')}
      </CardButton>
      {retired ? null : (
        <LinkButton to={`/sheets?product=${id}`} variant="default">
          {say('Blank sheet')}
        </LinkButton>
      )}
      <LinkButton to={`/products/new?like=${id}`} variant="default">
        {say('Duplicate')}
      </LinkButton>
      <Button variant="default" loading={busy} onClick={() => void retire()}>
        {retired ? say('Make it again') : say('Retire')}
      </Button>
    </>
  )
}
