#!/usr/bin/env python3
"""Checks an Assay dossier with nothing but Python's standard library and the openssl command.

Every event: canonical form, id, place in its chain, key, signature; then the evidence bytes and,
with --note, the Merkle root of a signed checkpoint. trail.md and checkpoint.md say why.
Prints "ok: ..." and ends with 0, or the first thing that is wrong (1), or why it cannot tell (2)."""
import argparse, base64, hashlib, json, os, random, re, sqlite3, subprocess, sys, tempfile, urllib.parse

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
def signed(tmp, key, message, sig):
    for name, data in (("key", bytes.fromhex("302a300506032b6570032100") + key), ("m", message), ("sig", sig)):
        with open(os.path.join(tmp, name), "wb") as f: f.write(data)
    return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin", "-in", "m", "-sigfile", "sig"], cwd=tmp, capture_output=True).returncode == 0
def root(ids):
    if len(ids) < 2: return ids[0] if ids else sha()
    k = 1 << (len(ids) - 1).bit_length() - 1
    return sha(b"\1", root(ids[:k]), root(ids[k:]))

FORM = {"chain": "[0-9a-f]{32}", "dossier": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "prev": "[0-9a-f]{64}", "time": r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z",
        "kind": "(?=.{1,64}$)[a-z][a-z0-9_-]*([.][a-z][a-z0-9_-]*)*/[1-9][0-9]{0,3}"}
TYPE = {"chain": str, "dossier": str, "kind": str, "parents": list, "payload": dict, "prev": str, "seq": int, "time": str, "v": int}

def check(db, args, tmp):
    need(not db.execute("SELECT 1 FROM sqlite_schema WHERE type IN ('view','trigger')").fetchone(), "the file has a view or a trigger")
    need(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "SQLite finds the file damaged")
    chains, keys, seen, parents, named, withheld, left_out, todo, dossier = {}, {}, {}, [], {}, set(), set(), [], None
    for chain, seq, id_, body, sig in db.execute("SELECT chain, seq, id, body, sig FROM event NOT INDEXED ORDER BY chain, seq"):
        at, e = f"chain {chain.hex()} seq {seq}: ", canonical(body)
        need(e is not None and len(body) < 65536, at + "the body is not canonical")
        need({k: type(x) for k, x in e.items()} == TYPE and e["v"] == 1 and all(re.fullmatch(p, e[k]) for k, p in FORM.items()), at + "not an event of version 1")
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
    if args.note is None: return said
    text, _, lines = open(args.note, encoding="utf-8", newline="").read().rpartition("\n\n")
    origin, size, tree, *more = text.split("\n") + [""] * 2
    chain = next((c for c in chains if origin == f"dossier.assay.invalid/{dossier}/{c.hex()}"), None)
    need(chain and not any(more) and re.fullmatch("0|[1-9][0-9]*", size), "the note is no checkpoint of this dossier")
    need(int(size) <= len(chains[chain]), f"the dossier is older than the note: {len(chains[chain])} of {size} events")
    need(tree == base64.b64encode(root(chains[chain][:int(size)])).decode(), "the note states another root")
    id4 = sha(origin.encode(), b"\n\1", keys[chain])[:4]
    sigs = [s[4:] for n, s in ((l[0], base64.b64decode(l[1])) for l in (l[2:].split(" ") for l in lines.splitlines()) if len(l) == 2) if n == origin and s[:4] == id4]
    need(sigs and all(signed(tmp, keys[chain], text.encode() + b"\n", s) for s in sigs), "the note's signature is wrong")
    return said + f", the note at size {size}"

if __name__ == "__main__":
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("dossier"), cli.add_argument("--sample", type=int, metavar="N", help="check N signatures, not all"), cli.add_argument("--note", metavar="FILE", help="a signed checkpoint")
    args = cli.parse_args()
    try:
        with tempfile.TemporaryDirectory() as tmp:
            subprocess.run(["openssl", "version"], check=True, capture_output=True)
            db = sqlite3.connect(f"file:{urllib.parse.quote(os.path.abspath(args.dossier))}?mode=ro", uri=True)
            db.execute("PRAGMA trusted_schema = OFF")
            print("ok:", check(db, args, tmp))
    except Wrong as wrong: sys.exit(print("wrong:", wrong) or 1)
    except (OSError, sqlite3.Error, subprocess.SubprocessError) as e: sys.exit(print("cannot check:", e) or 2)
    except (ValueError, KeyError, TypeError, AttributeError) as e: sys.exit(print("wrong: malformed:", repr(e)) or 1)
