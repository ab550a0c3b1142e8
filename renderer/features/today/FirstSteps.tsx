import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Today.module.css'

/** The first day: three steps from an empty kitchen to the first batch that can be traced. */
export function FirstSteps() {
  return (
    <ol className={styles['steps']}>
      <li className={styles['step']}>
        <h2>Write your first recipe</h2>
        <p>Its name, a short code for lot numbers such as SJ, and what goes into one batch.</p>
        <LinkButton to="/products/new">New product</LinkButton>
      </li>
      <li className={styles['step']}>
        <h2>Write down your last shopping trip</h2>
        <p>What you bought, where and when. This is what a recall asks for.</p>
        <LinkButton to="/pantry/receive" variant="light">
          Receive ingredients
        </LinkButton>
      </li>
      <li className={styles['step']}>
        <h2>Record a batch</h2>
        <p>The page comes filled in. Type only what was different, and save.</p>
        <LinkButton to="/make" variant="light">
          Make
        </LinkButton>
      </li>
      <li className={styles['step']}>
        <h2>Or bring a spreadsheet</h2>
        <p>Purchases, batches and sales that you have in Excel, or typed up from a notebook.</p>
        <LinkButton to="/import" variant="light">
          Import
        </LinkButton>
      </li>
    </ol>
  )
}
