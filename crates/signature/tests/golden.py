import base64, json, os, re, sys, tempfile
sys.path.insert(0, os.path.dirname(sys.argv[1])); sys.dont_write_bytecode = True
import verify as checker
folder = json.load(sys.stdin)[0]
def vectors(name): return json.load(open(os.path.join(folder, name), encoding="utf-8"))["vectors"]
def attempt(check):
    try: return bool(check())
    except (checker.Wrong, ValueError, KeyError, TypeError, AttributeError, IndexError): return False
hexes = lambda v: [bytes.fromhex(h) for h in v["proof"]]
leaf = lambda n: checker.sha(b"\0", str(n).encode())
def checkpoint(note):
    origin, size, tree, *more = checker.split(note)[0].split("\n")
    return more == [""] and " " not in origin and re.fullmatch("0|[1-9][0-9]{0,18}", size) and len(checker.unbase64(tree)) == 32
def witness(v):
    name, id4, key = v["vkey"].split("+", 2)
    key = base64.b64decode(key, validate=True)
    return key[:1] == b"\4" and len(key) == 33 and " " not in name and id4 == checker.sha(name.encode(), b"\n", key)[:4].hex() and checker.noted(tmp, v["note"], name, key[1:], 4) and max(int.from_bytes(s[4:12], "big") for n, s in checker.split(v["note"])[1] if n == name) < 1 << 63
def proven(v):
    path = os.path.join(tmp, "p.tlog-proof")
    open(path, "w", encoding="utf-8", newline="").write(v["proof"])
    return checker.proof(path, None, tmp)
with tempfile.TemporaryDirectory() as tmp:
    count, wrong = {}, []
    for name, check in [
        ("roots.json", lambda v: checker.root([leaf(n) for n in range(v["size"])]).hex() == v["root"]),
        ("inclusion.json", lambda v: checker.included(leaf(v["index"]), v["index"], v["size"], hexes(v)).hex() == v["root"]),
        ("consistency.json", lambda v: checker.consistent(v["old"], bytes.fromhex(v["old_root"]), v["size"], bytes.fromhex(v["root"]), hexes(v))),
        ("signatures.json", lambda v: checker.signed(tmp, bytes.fromhex(v["key"]), b"assay-event-sig/v1\n" + bytes.fromhex(v["id"]), bytes.fromhex(v["signature"]))),
        ("notes.json", lambda v: checkpoint(v["note"]) and checker.noted(tmp, v["note"], v["key_name"], bytes.fromhex(v["key"]))),
        ("cosignatures.json", witness),
        ("tlog-proofs.json", proven),
    ]:
        for v in vectors(name):
            want = v.get("expect", "ok") == "ok"
            count[name] = count.get(name, 0) + 1
            if attempt(lambda: check(v)) != want: wrong.append(f"{name}: {v.get('name', '')} {json.dumps(v)[:300]}")
    print(json.dumps([len(wrong), "; ".join(wrong) or json.dumps(count)]))
