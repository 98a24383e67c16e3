import { create } from 'zustand'

/** What the person chose to import, before it is said where to. `token` names the grant that main keeps. */
export interface ChosenImport {
  readonly token: string
  /** Base names of what was chosen. */
  readonly roots: readonly string[]
  /** `brat`: folders of texts with .ann files, whose quotations come as accepted annotations. Absent: article files. */
  readonly format?: 'brat'
}

interface Intake {
  readonly chosen: ChosenImport | null
  /** A package whose contents are shown before anything is imported. */
  readonly package: ChosenImport | null
}

/** Imports that wait for the person to say which corpus they go to. */
export const useIntake = create<Intake>(() => ({ chosen: null, package: null }))
