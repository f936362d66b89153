### Renderings of a report for other programs (CycloneDX, OSCAL), and the command that writes them.

## In the files

report-exchange-rendering = { $kind } { $number }, revision { $revision }, as a rendering of the data set with the SHA-256 { $sha256 }. What counts is the signed report.
report-exchange-sl = Selected at security capability level SL-C { $n }
report-exchange-ml = Maturity level { $n }
report-exchange-claim = { $requirement }: the supplier or provider answered "{ $answer }".
report-exchange-no-claim = { $requirement }: no answer of the supplier or provider is recorded.
report-exchange-counted = Counted as: { $verdict }.
report-exchange-integration = Met only together with a measure outside the component.
report-exchange-mode-open = Met; whether by the component itself is not recorded.
report-exchange-on-base = Met by the component itself, on a base requirement that is not.
report-exchange-countermeasure = Measure outside the component for { $requirement }
report-exchange-signature = Named as a signer of the report. Whether the report is signed shows in the report alone: this entry leads to its data set and is no signature.
report-exchange-plan = Evaluation plan
report-exchange-no-plan = There is no assessment plan in OSCAL. The reference leads to an entry for the evaluation plan: { $plan }
report-exchange-data-set = Data set of the report
report-exchange-row = { $id }: { $verdict }
report-exchange-not-met-or-met = Not a finding in the sense of this format, which knows "satisfied" and "not satisfied" alone.
report-exchange-reviewed = Requirements in the scope of the evaluation
report-exchange-milestone = Planned end of the corrective action
report-exchange-poam = Open findings of the report

## The command

cli-export = Write the data set of a report in a format that other programs read
cli-export-format = The format: CycloneDX 1.6, OSCAL assessment results, an OSCAL plan of action for the open findings, or the data set itself
cli-export-report = The JSON file of a report
cli-export-draft-of = In place of a file: a draft of this kind, from the dossier as it stands
cli-export-number = The draft's number
cli-export-to = The file to write
cli-said-exported = { $path }: { $rows } rows, SHA-256 { $sha256 }
cli-said-exported-draft = This is a draft. What others get is made from the JSON file of an issued report.

## Problems

exchange-not-a-report = { $path } is not the data set of a report: { $why }
exchange-not-a-report-do = Name the JSON file that was issued with the report, unchanged. The files of another version are read by that version.
exchange-nothing-open = No finding of { $number } is open, and an OSCAL plan of action without an item does not exist.
exchange-nothing-open-do = There is nothing to export. The closed findings stand in the assessment results (assay export oscal).
