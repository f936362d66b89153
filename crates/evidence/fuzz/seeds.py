"""Writes inputs to start from: each part of each workbook in fixtures/workbooks behind the byte that stands for it
(`PARTS` in fuzz_targets/reader.rs). Usage: seeds.py FOLDER"""
import pathlib
import re
import sys
import zipfile

PARTS = [r"xl/worksheets/sheet\d+\.xml", r"xl/workbook\.xml", r"xl/_rels/workbook\.xml\.rels", r"xl/sharedStrings\.xml",
         r"xl/styles\.xml", r"content\.xml", r"META-INF/manifest\.xml"]
LARGE = 64 << 10

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for book in sorted((pathlib.Path(__file__).parents[3] / "fixtures/workbooks").glob("*/*")):
    if not zipfile.is_zipfile(book):
        continue
    with zipfile.ZipFile(book) as archive:
        for number, part in enumerate(archive.infolist()):
            kind = next((n for n, name in enumerate(PARTS) if re.fullmatch(name, part.filename)), None)
            if kind is not None and part.file_size <= LARGE:
                (folder / f"{book.name}-{number}").write_bytes(bytes([kind]) + archive.read(part))
