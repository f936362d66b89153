// The German words, as one piece that is loaded when it is wanted.
export default import.meta.glob<string>(
  [
    '../../../locales/de.ftl',
    '../../../locales/de/{anchors,checklist,evaluation-rules,evidence,files,review,signature,team,trail,verify,workbench,desktop,encryption,signing,document-signatures,document-keys,exchange,report-process,course,desk-signing}.ftl',
  ],
  { query: '?raw', import: 'default', eager: true },
)
