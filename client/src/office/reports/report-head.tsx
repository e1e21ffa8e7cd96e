import type { VNode } from 'preact'
import { useWords } from '../../i18n/office-words.ts'
import css from './reports.module.css'

/** What a form's page is called, its workbook and the way to paper. @param workbook where the workbook is, if there can be one */
export function ReportHead({ title, workbook }: { readonly title: string; readonly workbook: string | undefined }): VNode {
  const { reports } = useWords()
  return (
    <div class={css.head}>
      <h1>{title}</h1>
      {workbook !== undefined && (
        <a href={workbook} download="">
          {reports.workbook}
        </a>
      )}
      <button type="button" onClick={() => window.print()}>
        {reports.print}
      </button>
    </div>
  )
}
