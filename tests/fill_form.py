#!/usr/bin/env python3
"""Plays the vendor: fills in a form with openpyxl, or says what stands in one.

fill_form.py fill FORM FILLED   answers nine of ten lines from the list that the form offers, prints them as JSON
fill_form.py read FORM          prints the lines that carry an answer as JSON
"""
import json
import sys

import openpyxl

ID, ROLE, LEVEL, RESPONSE, COMPONENT, EVIDENCE, COMMENT = 2, 3, 4, 6, 7, 8, 9


def list_of(sheet, column):
    """The values that the form's drop-down list offers for a column."""
    letter = openpyxl.utils.get_column_letter(column)
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and any(str(area).startswith(letter) for area in rule.sqref.ranges):
            return rule.formula1.strip('"').split(",")
    return []


def said(sheet, line):
    value = lambda column: sheet.cell(line, column).value or ""
    return {
        "line": line, "id": value(ID), "role": value(ROLE), "level": value(LEVEL), "answer": value(RESPONSE),
        "component": value(COMPONENT), "evidence": value(EVIDENCE), "comment": value(COMMENT),
    }


def main():
    job, source = sys.argv[1], sys.argv[2]
    book = openpyxl.load_workbook(source)
    sheet = book.active
    if job == "fill":
        answers, levels = list_of(sheet, RESPONSE), list_of(sheet, LEVEL)
        for line in range(2, sheet.max_row + 1):
            locked = [sheet.cell(line, column).protection.locked for column in (ID, ROLE, RESPONSE)]
            assert locked == [True, True, False], f"line {line}: ids are locked and answers are not"
            if line % 10 == 0:
                continue
            sheet.cell(line, RESPONSE).value = answers[line % len(answers)]
            sheet.cell(line, EVIDENCE).value = f"DOC-{line:03d} rev. B, section {line}.1\nDOC-900, p. {line}"
            sheet.cell(line, COMMENT).value = f"Line {line}: see the guide.\nSecond line, “quoted” & <marked>"
            if levels:
                sheet.cell(line, LEVEL).value = levels[line % len(levels)]
        book.save(sys.argv[3])
    lines = [said(sheet, line) for line in range(2, sheet.max_row + 1)]
    print(json.dumps([line for line in lines if line["answer"]]))


main()
