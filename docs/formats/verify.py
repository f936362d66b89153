#!/usr/bin/env python3
"""Checks an Assay dossier with nothing but Python's standard library and the openssl command.

Every event: canonical form, id, place in its chain, key, signature; then the evidence bytes, the
anchors and, with --note, the Merkle root of a signed checkpoint. Of a .tlog-proof the one event in
it; of a report's .sig every listed file and signer. trail.md, checkpoint.md and anchors.md say why.
Prints "ok: ..." and ends with 0, or the first thing that is wrong (1), or why it cannot tell (2)."""
import argparse, base64, calendar, hashlib, json, os, random, re, sqlite3, subprocess, sys, tempfile, time, urllib.parse

class Wrong(Exception): pass
def need(true, what):
    if not true: raise Wrong(what)
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def plain(v, depth=0):  # the values a body may hold
    if isinstance(v, dict): return depth < 32 and all(re.fullmatch(r"[ !#-\[\]-~]*", k) and plain(x, depth + 1) for k, x in v.items())
    if isinstance(v, list): return depth < 32 and all(plain(x, depth + 1) for x in v)
    return not isinstance(v, float) and (not isinstance(v, int) or abs(v) < 2**53)
def canonical(body):
    try:
        v = json.loads(body)
        return v if plain(v) and json.dumps(v, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == body else None
    except (ValueError, RecursionError): return None
SMALL = {bytes.fromhex(y) for y in ("01" + "00" * 31, "00" * 32, "ec" + "ff" * 30 + "7f", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")}
def proper(point):  # a canonical encoding, and not one of the eight points under which anything holds: openssl takes those
    y = point[:31] + bytes([point[31] & 127])
    return int.from_bytes(y, "little") < 2**255 - 19 and y not in SMALL
def signed(tmp, key, message, sig):
    if len(key) != 32 or len(sig) != 64 or not proper(key) or not proper(sig[:32]): return False
    for name, data in (("key", bytes.fromhex("302a300506032b6570032100") + key), ("m", message), ("sig", sig)):
        with open(os.path.join(tmp, name), "wb") as f: f.write(data)
    return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin", "-in", "m", "-sigfile", "sig"], cwd=tmp, capture_output=True).returncode == 0
def root(ids):
    if len(ids) < 2: return ids[0] if ids else sha()
    k = 1 << (len(ids) - 1).bit_length() - 1
    return sha(b"\1", root(ids[:k]), root(ids[k:]))

def included(leaf, n, size, path):  # the root that follows from an inclusion proof (RFC 9162, 2.1.3.2)
    need(n < size, "the index is outside the tree")
    r, last = leaf, size - 1
    for p in path:
        need(last, "the proof is too long")
        if n & 1 or n == last:
            r = sha(b"\1", p, r)
            while n and not n & 1: n, last = n >> 1, last >> 1
        else: r = sha(b"\1", r, p)
        n, last = n >> 1, last >> 1
    need(last == 0, "the proof is too short")
    return r
def consistent(old, old_root, size, new_root, path):  # whether one tree begins with the other (RFC 9162, 2.1.4.2)
    if old == 0 or old == size: return not path and old_root == (new_root if old else sha())
    if old > size: return False
    path = ([old_root] if old & old - 1 == 0 else []) + list(path)
    n, last = old - 1, size - 1
    while n & 1: n, last = n >> 1, last >> 1
    if not path: return False
    a = b = path[0]
    for p in path[1:]:
        if last == 0: return False
        if n & 1 or n == last:
            a, b = sha(b"\1", p, a), sha(b"\1", p, b)
            while n and not n & 1: n, last = n >> 1, last >> 1
        else: b = sha(b"\1", b, p)
        n, last = n >> 1, last >> 1
    return (a, b, last) == (old_root, new_root, 0)
def unbase64(text):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text, "not base64 in its only form")
    return data
def split(note):  # the text and the signature lines of a signed note
    text, _, rest = note.rpartition("\n\n")
    lines = [re.fullmatch("\u2014 ([^ +]+) (\\S+)", line) for line in rest[:-1].split("\n")]
    need(text and rest[-1:] == "\n" and all(lines), "not a signed note with its signature lines")
    return text + "\n", [(l[1], unbase64(l[2])) for l in lines]
def noted(tmp, note, name, key, kind=1):  # whether every line of this name and key holds, and there is one
    text, lines = split(note)
    own = [s[4:] for n, s in lines if n == name and s[:4] == sha(name.encode(), b"\n", bytes([kind]), key)[:4]]
    over = lambda s: text.encode() if kind == 1 else b"cosignature/v1\ntime %d\n" % int.from_bytes(s[:8], "big") + text.encode()
    return bool(own) and all(len(s) == (64 if kind == 1 else 72) and signed(tmp, key, over(s), s[-64:]) for s in own)
def stamped(tmp, note, reply, ca):  # at the time it states itself, since certificates end
    for name, data in (("note", note.encode()), ("reply", base64.b64decode(reply)), ("ca", ca.encode())):
        with open(os.path.join(tmp, name), "wb") as f: f.write(data)
    run = lambda *args: subprocess.run(["openssl", "ts", *args, "-in", "reply"], cwd=tmp, capture_output=True, text=True)
    at = re.search(r"Time stamp: (\w+ +\d+ [\d:]+)[.\d]* (\d+) GMT", run("-reply", "-text").stdout)
    when = calendar.timegm(time.strptime(" ".join(at.groups()), "%b %d %H:%M:%S %Y")) if at else 0
    return run("-verify", "-data", "note", "-CAfile", "ca", "-attime", str(when)).returncode == 0

FORM = {"chain": "[0-9a-f]{32}", "dossier": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "prev": "[0-9a-f]{64}", "time": r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z",
        "kind": "(?=.{1,64}$)[a-z][a-z0-9_-]*([.][a-z][a-z0-9_-]*)*/[1-9][0-9]{0,3}"}
TYPE = {"chain": str, "dossier": str, "kind": str, "parents": list, "payload": dict, "prev": str, "seq": int, "time": str, "v": int}

def event(body):
    e = canonical(body) if len(body) < 65536 else None
    return e if isinstance(e, dict) and {k: type(x) for k, x in e.items()} == TYPE and e["v"] == 1 and all(re.fullmatch(p, e[k]) for k, p in FORM.items()) else None
def checkpoint(note, what, dossier, chains, keys, tmp):
    origin, size, tree, *more = split(note)[0].split("\n") + [""] * 2
    chain = next((c for c in chains if origin == f"dossier.assay.invalid/{dossier}/{c.hex()}"), None)
    need(chain and not any(more) and re.fullmatch("0|[1-9][0-9]{0,18}", size), what + " is no checkpoint of this dossier")
    need(int(size) <= len(chains[chain]), f"the dossier is older than {what}: {len(chains[chain])} of {size} events")
    need(tree == base64.b64encode(root(chains[chain][:int(size)])).decode(), what + " states another root")
    need(noted(tmp, note, origin, keys[chain]), what + "'s signature is wrong")
    return keys[chain], int(size)
def anchor(at, p, dossier, chains, keys, tmp):
    author, size = checkpoint(p["note"], at + "the note", dossier, chains, keys, tmp)
    if p["form"] == "countersignature":
        key = bytes.fromhex(p["key"])
        need(key != author and noted(tmp, p["note"], "countersign.assay.invalid/" + p["key"], key), at + "the counter-signature is wrong")
        return f"A1 over {size}"
    if p["form"] == "timestamp":
        need(stamped(tmp, p["note"], p["reply"], p["ca"]), at + "the time stamp is wrong")
        return f"A2 over {size}"
    need(p["form"] == "cosignature", at + "an unknown form of anchor")
    name, id4, key = p["vkey"].split("+", 2)
    key = base64.b64decode(key)
    need(key[:1] == b"\4" and key[1:] != author and id4 == sha(name.encode(), b"\n", key)[:4].hex() and noted(tmp, p["note"], name, key[1:], 4), at + "the cosignature is wrong")
    return f"A3 over {size}"
def proof(path, evidence, tmp):
    head, _, note = open(path, encoding="utf-8", newline="").read().partition("\n\n")
    first, extra, index, *hashes = head.split("\n")
    need(first == "c2sp.org/tlog-proof@v1" and extra[:6] == "extra ", "not a proof")
    x = canonical(base64.b64decode(extra[6:]))
    need(isinstance(x, dict) and set(x) == {"body", "key", "sig"}, "the extra data is not an event's")
    body, key, sig = x["body"].encode(), bytes.fromhex(x["key"]), bytes.fromhex(x["sig"])
    e, id_ = event(body), sha(b"\0", body)
    need(e, "not an event of version 1")
    origin, size, tree, *more = split(note)[0].split("\n")
    need(origin == f"dossier.assay.invalid/{e['dossier']}/{e['chain']}" and more == [""], "the note is not a checkpoint of the event's chain")
    need(e["chain"] == sha(b"assay-chain/v1\n", e["dossier"].encode(), b"\n", key)[:16].hex(), "the key is not this chain's")
    need(index == f"index {e['seq']}", "the index is not the event's place")
    need(signed(tmp, key, b"assay-event-sig/v1\n" + id_, sig), "the event's signature is wrong")
    need(noted(tmp, note, origin, key), "the note's signature is wrong")
    need(base64.b64encode(included(id_, e["seq"], int(size), [unbase64(h) for h in hashes])).decode() == tree, "the event is not under the checkpoint")
    said = f"event {id_.hex()} ({e['kind']}) by key {key.hex()}, at place {e['seq']} of {size}"
    if evidence is None: return said
    with open(evidence, "rb") as f: found = hashlib.sha256(f.read()).hexdigest()
    need(e["payload"].get("sha256") == found, "the file is not the one the event names")
    return said + f", evidence {found}"

def report(path, tmp):
    note = open(path, encoding="utf-8", newline="").read()
    lines = [line.partition(" ")[::2] for line in split(note)[0].split("\n")[:-1]]
    one = dict(lines)
    need(lines[0] == ("assay-report/1", "") and all(word in one for word in ("dossier", "report", "file", "signer")), "not a report's signature")
    for word, rest in lines:
        if word == "file":
            digest, size, name = rest.split(" ", 2)
            need(name == os.path.basename(name), "a file in another folder")
            with open(os.path.join(os.path.dirname(path), name), "rb") as f: data = f.read()
            need((hashlib.sha256(data).hexdigest(), str(len(data))) == (digest, size), f"{name} is not the file that was signed")
        if word == "signer":
            key, function, name = rest.split(" ", 2)
            need(noted(tmp, note, f"report.assay.invalid/{one['dossier']}/{function}", bytes.fromhex(key)), f"{name} ({function}) has not signed, or the signature is wrong")
    who = [rest.split(" ", 2) for word, rest in lines if word == "signer"]
    return f"report {one['report']}, its files, signed by " + ", ".join(f"{name} ({function}, key {key})" for key, function, name in who)

def check(db, args, tmp):
    need(not db.execute("SELECT 1 FROM sqlite_schema WHERE type IN ('view','trigger')").fetchone(), "the file has a view or a trigger")
    need(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "SQLite finds the file damaged")
    chains, keys, seen, parents, named, withheld, left_out, todo, anchors, dossier = {}, {}, {}, [], {}, set(), set(), [], [], None
    for chain, seq, id_, body, sig in db.execute("SELECT chain, seq, id, body, sig FROM event NOT INDEXED ORDER BY chain, seq"):
        at, e = f"chain {chain.hex()} seq {seq}: ", event(body)
        need(len(body) < 65536 and canonical(body) is not None, at + "the body is not canonical")
        need(e, at + "not an event of version 1")
        need(id_ == sha(b"\0", body), at + "the id is not the hash of the body")
        dossier, ids, p = dossier or e["dossier"], chains.setdefault(chain, []), e["payload"]
        need(e["dossier"] == dossier, at + "belongs to another dossier")
        need(e["chain"] == chain.hex() and e["seq"] == seq, at + "stored in another place than it says")
        need(seq == len(ids), at + ("fork" if seq < len(ids) else f"seq {len(ids)} is missing"))
        need(e["prev"] == (ids[-1].hex() if ids else "0" * 64), at + "prev is not the event before it")
        need((e["kind"] == "chain.open/1") == (seq == 0), at + "chain.open/1 must be the first event, and only that")
        if seq == 0:
            need(re.fullmatch("[0-9a-f]{64}", str(p.get("key"))), at + "no key")
            keys[chain] = bytes.fromhex(p["key"])
            need(chain == sha(b"assay-chain/v1\n", dossier.encode(), b"\n", keys[chain])[:16], at + "the key is not this chain's")
        order = [(q.get("chain"), q.get("id")) for q in e["parents"]]
        need(order == sorted(set(order)), at + "parents out of order")
        parents += [(at, q) for q in e["parents"]]
        if e["kind"] == "evidence.add/1":
            need(named.setdefault(p["sha256"], p["size"]) == p["size"], at + "two sizes for the same evidence"); withheld.discard((chain, p["sha256"]))
        if e["kind"] == "evidence.withhold/1": withheld.add((chain, p["sha256"]))
        if e["kind"] == "hand_over/1": left_out.update(map(str, p["left_out"] if isinstance(p.get("left_out"), list) else []))
        if e["kind"] == "anchor/1": anchors.append((at, p))
        ids.append(id_); todo.append((at, keys[chain], id_, sig)); seen[id_.hex()] = {"chain": e["chain"], "id": id_.hex(), "seq": seq}
    need(chains, "there are no events")
    for at, q in parents: need(seen.get(q.get("id")) == q and not at.startswith("chain " + q["chain"]), at + "a parent is not there")
    todo = todo if args.sample is None else random.sample(todo, min(args.sample, len(todo)))
    for at, key, id_, sig in todo: need(signed(tmp, key, b"assay-event-sig/v1\n" + id_, sig), at + "the signature is wrong")
    stored = {s.hex() for (s,) in db.execute("SELECT DISTINCT sha256 FROM evidence_chunk")}
    need(stored <= named.keys(), "evidence that no event names: " + ", ".join(stored - named.keys()))
    withheld = {name for _, name in withheld} - stored
    left_out = (left_out & named.keys()) - withheld - stored - {hashlib.sha256().hexdigest()}
    for name in named.keys() - withheld - left_out:
        h, size, n = hashlib.sha256(), 0, -1
        for n, (place, data) in enumerate(db.execute("SELECT n, data FROM evidence_chunk WHERE sha256 = ? ORDER BY n", (bytes.fromhex(name),))):
            need(place == n and len(data) == min(1 << 20, named[name] - size) > 0, f"evidence {name}: chunk {n} is missing or of the wrong size"); h.update(data); size += len(data)
        need(n >= 0 or named[name] == 0, f"evidence {name}: missing")
        need((h.hexdigest(), size) == (name, named[name]), f"evidence {name}: the bytes are not the ones recorded")
    said = f"{len(seen)} events in {len(chains)} chain(s), {len(todo)} signatures, {len(named)} evidence ({len(withheld)} withheld{f', {len(left_out)} not included in this copy' if left_out else ''})"
    if anchors: said += ", anchors: " + ", ".join(anchor(at, p, dossier, chains, keys, tmp) for at, p in anchors)
    if args.note is None: return said
    _, size = checkpoint(open(args.note, encoding="utf-8", newline="").read(), "the note", dossier, chains, keys, tmp)
    return said + f", the note at size {size}"

if __name__ == "__main__":
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file", metavar="DOSSIER|PROOF|REPORT.sig"), cli.add_argument("--evidence", metavar="FILE", help="the file that the event in a proof names"), cli.add_argument("--sample", type=int, metavar="N", help="check N signatures, not all"), cli.add_argument("--note", metavar="FILE", help="a signed checkpoint")
    args = cli.parse_args()
    try:
        with tempfile.TemporaryDirectory() as tmp:
            subprocess.run(["openssl", "version"], check=True, capture_output=True)
            if args.file.endswith(".tlog-proof"): sys.exit(print("ok:", proof(args.file, args.evidence, tmp)))
            if args.file.endswith(".sig"): sys.exit(print("ok:", report(args.file, tmp)))
            db = sqlite3.connect(f"file:{urllib.parse.quote(os.path.abspath(args.file))}?mode=ro", uri=True)
            db.execute("PRAGMA trusted_schema = OFF")
            print("ok:", check(db, args, tmp))
    except Wrong as wrong: sys.exit(print("wrong:", wrong) or 1)
    except (OSError, sqlite3.Error, subprocess.SubprocessError) as e: sys.exit(print("cannot check:", e) or 2)
    except (ValueError, KeyError, TypeError, AttributeError) as e: sys.exit(print("wrong: malformed:", repr(e)) or 1)
