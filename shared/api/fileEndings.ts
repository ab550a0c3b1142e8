/** How the name of a record packed for another computer ends. */
export const BACKUP_FILE = '.traceberry'

/** How the name of a label's file ends. */
export const LABEL_FILE = '.traceberry-label'
