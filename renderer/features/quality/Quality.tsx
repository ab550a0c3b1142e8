import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Forecast } from './Forecast.tsx'
import { Prices } from './Prices.tsx'
import { ProductFigures } from './ProductFigures.tsx'
import styles from './Quality.module.css'
import { say } from '../../../shared/words/say.ts'

/** Yield, losses and costs of a product over time, prices of ingredients, and what will be used. */
export function Quality() {
  const state = useAnswer('system', 'state', {})
  const products = useAnswer('products', 'list', {})
  return (
    <Page
      title={say('Yields and costs')}
      under={say('From the lots really used. What has no price is named, and not guessed.')}
    >
      <Answered answer={state}>
        {({ today }) => (
          <Answered answer={products}>
            {(rows) =>
              rows.length === 0 ? (
                <Empty title={say('No product yet')} action={<LinkButton to="/make">{say('Make a batch')}</LinkButton>}>
                  {say('Record a batch first: its yield and its cost stand here then.')}
                </Empty>
              ) : (
                <Figures today={today} products={rows} />
              )
            }
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

const A_YEAR = 365

function Figures({
  today,
  products,
}: {
  readonly today: string
  readonly products: readonly { readonly id: number; readonly name: string }[]
}) {
  const [productId, setProductId] = useState(products[0]?.id ?? 0)
  const [from, setFrom] = useState(addDays(today, -A_YEAR))
  const [to, setTo] = useState(today)
  return (
    <div className={styles['stack']}>
      <div className={styles['choices']}>
        <NativeSelect
          label={say('Product')}
          value={String(productId)}
          onChange={(event) => setProductId(Number(event.currentTarget.value))}
          data={products.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <TextInput
          type="date"
          label={say('{as, select, day {From} other {From}}', { as: 'day' })}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={say('{as, select, day {To} other {To}}', { as: 'day' })}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <ProductFigures productId={productId} from={from} to={to} />
      <Prices />
      <Forecast />
    </div>
  )
}
