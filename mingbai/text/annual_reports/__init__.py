"""Reading published annual reports into the structure of `mingbai.law.annual_report`.

`extract` turns a file into text, `tokens` a table's text into labels and values, `align` finds the row labels,
`rows` and `solve` decide which value stands in which cell, `tables` reads the three tables, `sections` finds where
reports and their parts begin, `heading` and `speaker` who reports on which year, `narrative` and `remarks` read the prose,
`verify` says what is wrong.
A cell that cannot be told with certainty is None and named as unreadable; nothing is ever guessed.
"""
