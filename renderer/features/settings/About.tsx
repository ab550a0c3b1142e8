import styles from './About.module.css'

/** What this is, what it is not, and whose work is in it. */
export function About({ version }: { readonly version: string }) {
  return (
    <div className={styles['about']}>
      <p>
        <strong>Traceberry {version}.</strong> Works without a network; nothing leaves this computer but what you print
        and save.
      </p>
      <p>
        Traceberry keeps your records and finds them again. It is not legal advice: ask your state which rules hold for
        your kitchen.
      </p>
      <p>
        Made with open source: React, Mantine, SQLite and others under their licences, icons by Tabler (MIT), the fonts
        Inter and IBM Plex Sans (SIL Open Font License).
      </p>
    </div>
  )
}
