"""Ratios of Assay's work against the machine's own tools, in one run. Usage: bench.py FOLDER_OF_PROGRAMS

Each line: what, ratio (median of the pairs), aim, and the figures behind it. Nothing here passes or fails:
a slow machine is no defect. CPU is user + system time of the whole process with its children.
"""
import collections
import copy
import csv
import json
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile

BIN = pathlib.Path(sys.argv[1]).resolve()
EVENTS = int(os.environ.get("BENCH_EVENTS", "1000000"))
SIGNED = int(os.environ.get("BENCH_SIGNED", "50000"))
EVIDENCE = int(os.environ.get("BENCH_EVIDENCE", str(1 << 30)))
ROWS = int(os.environ.get("BENCH_ROWS", "100000"))
HERE = pathlib.Path(__file__).resolve().parent


def run(*argv, env=None):
    """Runs a program to its end: CPU seconds, peak resident MiB, standard output."""
    argv = [str(a) for a in argv]
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(argv, stdout=out, stderr=subprocess.DEVNULL, env=env)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode("utf-8", "replace")
    if child.returncode != 0:
        sys.exit(f"{' '.join(argv)} failed: {said[-2000:]}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said


def pairs(ours, theirs, times=3):
    """Runs both in turn; the median ratio and the medians of both."""
    got = [(ours(), theirs()) for _ in range(times)]
    middle = statistics.median
    return middle(a / b for a, b in got), middle(a for a, _ in got), middle(b for _, b in got)


def tell(what, ratio, aim, note):
    print(f"{what:<44} {ratio:6.2f}   aim {aim:<9} {note}", flush=True)


def trail(folder):
    big = folder / "events.assay"
    run(BIN / "bench", "events", big, EVENTS)
    bodies = big.with_suffix(".bodies")
    size = bodies.stat().st_size / 1e6
    ratio, a, b = pairs(lambda: run(BIN / "bench", "verify", big, "chain")[0], lambda: run("sha256sum", bodies)[0])
    tell(f"verify {EVENTS:,} events / sha256sum", ratio, "<= 1.6", f"{a:.2f} s against {b:.2f} s for {size:.0f} MB")
    small = folder / "signed.assay"
    run(BIN / "bench", "events", small, SIGNED)
    each = run(BIN / "bench", "verify", small, "signatures")[0] / SIGNED
    print(f"{'verify with signatures, per event':<44} {each * 1e6:6.1f} µs CPU")
    for path in (big, bodies, small):
        path.unlink()


def git(folder):
    """The same bytes as a history in git: each event's body is a blob, and a commit that names it, one after the other.

    Git signs nothing there and keeps no projection; what is compared is what both do: take entries in, keep them in an
    order that can't be changed unnoticed, and check all of it again.
    """
    dossier, stream = folder / "git.assay", folder / "git.stream"
    run(BIN / "bench", "events", dossier, SIGNED)
    with sqlite3.connect(dossier) as db, open(stream, "wb") as out:
        for n, (body,) in enumerate(db.execute("SELECT body FROM event ORDER BY n")):
            out.write(b"blob\nmark :%d\ndata %d\n%s\n" % (2 * n + 1, len(body), body))
            before = b"from :%d\n" % (2 * n) if n else b""
            out.write(b"commit refs/heads/trail\nmark :%d\ncommitter A <a@assay.invalid> %d +0000\ndata 0\n" % (2 * n + 2, 1700000000 + n))
            out.write(before + b"M 100644 :%d %d\n\n" % (2 * n + 1, n % 500))
    repository = folder / "git.git"

    def imported():
        shutil.rmtree(repository, ignore_errors=True)
        run("git", "init", "-q", "--bare", repository)
        return run("sh", "-c", f"exec git --git-dir='{repository}' fast-import --quiet <'{stream}'")[0]

    def recorded():
        dossier.unlink(missing_ok=True)
        return run(BIN / "bench", "events", dossier, SIGNED)[0]

    def fsck():
        return run("git", "--git-dir", repository, "fsck", "--full", "--strict", "--no-progress")[0]

    size = stream.stat().st_size / 1e6
    ratio, a, b = pairs(recorded, imported)
    tell(f"append {SIGNED:,} signed events / git fast-import", ratio, "-", f"{a:.2f} s against {b:.2f} s for {size:.0f} MB")
    ratio, a, b = pairs(lambda: run(BIN / "assay-verify", dossier, "--no-signatures")[0], fsck)
    tell("  verify without signatures / git fsck", ratio, "-", f"{a:.2f} s against {b:.2f} s")
    ratio, a, b = pairs(lambda: run(BIN / "assay-verify", dossier)[0], fsck)
    tell("  verify everything / git fsck", ratio, "-", f"{a:.2f} s against {b:.2f} s")
    ours, theirs = folder / "ours.assay", folder / "theirs.assay"
    run(BIN / "bench", "events", ours, 10)
    ours.with_suffix(".bodies").unlink()
    shutil.copyfile(ours, theirs)
    run(BIN / "bench", "colleague", theirs, SIGNED)
    begun = ours.read_bytes()

    def merged():
        ours.write_bytes(begun)
        took, _, said = run(BIN / "bench", "merge", ours, theirs)
        assert int(said.split()[-1]) == SIGNED + 1, said
        return took

    ratio, a, b = pairs(merged, lambda: imported() + fsck())
    tell("  verify and merge a colleague's / fast-import and fsck", ratio, "-", f"{a:.2f} s against {b:.2f} s")
    for path in (ours, theirs):
        path.unlink()
    mib = lambda path: sum(f.stat().st_size for f in path.rglob("*") if f.is_file()) / 2**20 if path.is_dir() else path.stat().st_size / 2**20
    print(f"{'  size on the disk':<44} {mib(dossier):6.1f} MiB against {mib(repository):.1f} MiB", flush=True)
    for path in (dossier, dossier.with_suffix(".bodies"), stream):
        path.unlink(missing_ok=True)
    shutil.rmtree(repository)


def verdicts(folder):
    def ours():
        target = folder / "verdicts.assay"
        took = float(run(BIN / "bench", "verdicts", target, 300)[2].split()[-1])
        target.unlink()
        return took

    ratio, a, b = pairs(ours, lambda: float(run(BIN / "bench", "fsync", folder / "page", 300)[2].split()[-1]), 5)
    tell("durable verdict / 4 KiB write + fdatasync", ratio, "<= 8", f"{a:.0f} µs against {b:.0f} µs")


def encrypted(folder):
    """What encryption costs: the same dossier and the same work, plain and encrypted, in turn."""
    plain, locked = folder / "plain.assay", folder / "locked.assay"
    run(BIN / "bench", "events", plain, EVENTS // 10)
    shutil.copyfile(plain, locked)
    cpu = run(BIN / "bench", "encrypt", locked)[0]
    size = plain.stat().st_size / 1e6
    ratio, a, b = pairs(
        lambda: run(BIN / "bench", "verify", locked, "chain", "encrypted")[0],
        lambda: run(BIN / "bench", "verify", plain, "chain")[0],
    )
    tell(f"verify {EVENTS // 10:,} events, encrypted / plain", ratio, "<= 3", f"{a:.2f} s against {b:.2f} s for {size:.0f} MB")
    print(f"{'setting a passphrase, per 100 MB':<44} {cpu / size * 100:6.2f} s CPU, reading back included")
    derive = statistics.median(run(BIN / "bench", "derive")[0] for _ in range(3))
    print(f"{'opening: the key from its passphrase':<44} {derive:6.2f} s CPU, by design")

    def verdict(*more):
        target = folder / "verdicts.assay"
        took = float(run(BIN / "bench", "verdicts", target, 300, *more)[2].split()[-1])
        target.unlink()
        return took

    ratio, a, b = pairs(lambda: verdict("encrypted"), verdict, 5)
    tell("durable verdict, encrypted / plain", ratio, "<= 2", f"{a:.0f} µs against {b:.0f} µs")
    for path in (plain, plain.with_suffix(".bodies"), locked):
        path.unlink()


def desk(folder):
    home, dossier = folder / "home", folder / "desk.assay"
    if not dossier.exists():
        base = [BIN / "assay", "--home", home]
        run(*base, "identity", "new", "--no-passphrase", "--name", "B", "--organisation", "B", "--function", "B")
        run(*base, "new", dossier, "--checklist", "4-2", "--title", "Bench")
    return [BIN / "assay", "--home", home, "--dossier", dossier]


def evidence(folder):
    source = folder / "evidence.bin"
    with open(source, "wb") as f:
        for _ in range(EVIDENCE >> 20):
            f.write(os.urandom(1 << 20))
    peaks = []

    def ours():
        dossier = folder / "desk.assay"
        dossier.unlink(missing_ok=True)
        (folder / "home" / "identity.pem").unlink(missing_ok=True)
        (folder / "home" / "identity.json").unlink(missing_ok=True)
        cpu, peak, _ = run(*desk(folder), "evidence", "add", source, "--class", "other")
        peaks.append(peak)
        return cpu

    ratio, a, b = pairs(ours, lambda: run("sha256sum", source)[0])
    tell(f"evidence ingest of {EVIDENCE >> 20} MiB / sha256sum", ratio, "<= 0.7", f"{a:.2f} s against {b:.2f} s")
    print(f"{'  peak memory of the ingest':<44} {max(peaks):6.1f} MiB aim <= 32")
    source.unlink()


def table(ids):
    yield ["Requirement", "Answer", "Evidence", "Comment"] + [f"Column {n}" for n in range(8)]
    for n in range(ROWS):
        yield [ids[n % len(ids)], "Yes", f"DOC-{n % 97} section {n % 13}", f"Comment number {n}"] + [n * 3 + c for c in range(8)]


def workbook(folder):
    import openpyxl

    path = folder / "big.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Answers")
    ids = [r["id"] for r in json.load(open(HERE.parent / "checklists/iec-62443-4-2-2019/pack.json"))["requirements"]]
    for row in table(ids):
        sheet.append(row)
    book.save(path)
    read = "import openpyxl,sys\nb=openpyxl.load_workbook(sys.argv[1],read_only=True)\nn=0\nfor s in b:\n  for r in s.iter_rows(values_only=True): n+=len(r)\nprint(n)"
    peaks = []

    def ours():
        cpu, peak, _ = run(*desk(folder), "--json", "import", path, "--preview")
        peaks.append(peak)
        return cpu

    ratio, a, b = pairs(lambda: run(sys.executable, "-c", read, path)[0], ours)
    tell(f"openpyxl reading {ROWS:,} x 12 / import preview", ratio, ">= 12", f"{a:.2f} s against {b:.2f} s")
    print(f"{'  peak memory of the import, largest process':<44} {max(peaks):6.1f} MiB")
    text = path.with_suffix(".csv")
    with open(text, "w", newline="") as f:
        csv.writer(f).writerows(table(ids))
    reading(path, "calamine", "<= 1.3")
    # Splitting text costs next to nothing, so the way between two processes is most of it: no aim.
    reading(text, "csv", "-")


def reading(path, library, aim):
    """The product's reader process and its caller, against one walk over the cells with the library it stands on."""
    peaks = []

    def ours():
        cpu, largest, said = run(BIN / "examples/read", "product", path)
        peaks.append((largest, int(said.split()[2]) / 1024))
        return cpu

    ratio, a, b = pairs(ours, lambda: run(BIN / "examples/read", "walk", path)[0])
    tell(f"reading {ROWS:,} x 12 {path.suffix[1:]} / {library} alone", ratio, aim, f"{a:.2f} s against {b:.2f} s")
    largest, caller = max(peaks)
    print(f"{'  peak memory, largest process and caller':<44} {largest:6.1f} MiB aim <= 150, caller {caller:.1f} MiB")


def reports(folder):
    out = folder / "samples"
    run("sh", HERE.parent / "fixtures/evaluations/run.sh", BIN, out)
    words = folder / "words.json"
    words.write_text(run(BIN / "bench", "words")[2])
    for data in sorted(out.glob("*/reports/*.json")):
        ratio, a, b = pairs(
            lambda: run(BIN / "examples/render", "report", data, words)[0],
            lambda: run(BIN / "examples/render", "plain", data, words)[0],
        )
        tell(f"report {data.stem[:30]} / plain table", ratio, "-", f"{a:.2f} s against {b:.2f} s")
    provider = json.loads(next(out.glob("hafenlicht-service/reports/independent-assessment-*.json")).read_text("utf-8"))
    for rows in (300, 1500, 7800):
        sized(folder, words, provider, rows)


def sized(folder, words, sample, rows):
    """A report of so many rows, made of the sample's own by splitting them by component, against typst on a plain table
    of the same texts in a process of the same kind."""
    found, base = copy.deepcopy(sample), sample["rows"]
    found["rows"] = [
        base[n % len(base)] | ({"component": f"Unit {n // len(base)}"} if n >= len(base) else {}) for n in range(rows)
    ]
    verdicts = collections.Counter(row["verdict"] for row in found["rows"])
    levels = [row["evaluated_ml"] for row in found["rows"] if row["verdict"] == "pass" and row["evaluated_ml"]]
    found["conclusion"]["service_provider"] |= {
        "row_counts": dict(verdicts),
        "ml_distribution": [levels.count(level) for level in (1, 2, 3, 4)],
        "lowest_ml": min(levels, default=None),
    }
    path = folder / f"rows-{rows}.json"
    path.write_text(json.dumps(found, sort_keys=True, separators=(",", ":"), ensure_ascii=False), "utf-8")
    peaks = {"report": [], "plain": []}

    def drawn(mode):
        cpu, peak, _ = run(BIN / "examples/render", mode, path, words)
        peaks[mode].append(peak)
        return cpu

    # The largest takes tens of seconds and gigabytes a time: once is enough for a ratio of two long runs.
    ratio, a, b = pairs(lambda: drawn("report"), lambda: drawn("plain"), 1 if rows > 5000 else 3)
    tell(f"report of {rows:,} rows / plain table", ratio, "<= 1.3", f"{a:.2f} s against {b:.2f} s")
    ours, theirs = statistics.median(peaks["report"]), statistics.median(peaks["plain"])
    tell("  peak memory", ours / theirs, "-", f"{ours:.0f} MiB against {theirs:.0f} MiB")


with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
    folder = pathlib.Path(name)
    verdicts(folder)
    trail(folder)
    git(folder)
    encrypted(folder)
    evidence(folder)
    workbook(folder)
    reports(folder)
