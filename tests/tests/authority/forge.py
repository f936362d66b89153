# Signs the statement of a good reply again with another key and certificate, in plain DER: what a careless authority,
# or a thief of a server's key, could do. Standard library and the openssl command.
import hashlib, subprocess, sys

good, out, key, crt = sys.argv[1:5]

def read(b, at=0):
    tag, n, at = b[at], b[at + 1], at + 2
    if n & 0x80:
        size = n & 0x7F
        n, at = int.from_bytes(b[at:at + size], "big"), at + size
    return tag, b[at:at + n], at + n

def items(b):
    at, found = 0, []
    while at < len(b):
        start = at
        tag, value, at = read(b, at)
        found.append((tag, value, b[start:at]))
    return found

def der(tag, *parts):
    body = b"".join(parts)
    n = len(body)
    size = bytes([n]) if n < 128 else (lambda s: bytes([0x80 | len(s)]) + s)(n.to_bytes((n.bit_length() + 7) // 8, "big"))
    return bytes([tag]) + size + body

def oid(text):
    first, second, *rest = map(int, text.split("."))
    body = bytes([40 * first + second])
    for n in rest:
        part = bytes([n & 0x7F])
        while n > 127:
            n >>= 7
            part = bytes([0x80 | n & 0x7F]) + part
        body += part
    return der(6, body)

status, token = items(read(open(good, "rb").read())[1])
signed = items(read(items(token[1])[1][1])[1])
encapsulated = signed[2]
content = items(items(encapsulated[1])[1][1])[0][1]
certificate = subprocess.run(["openssl", "x509", "-in", crt, "-outform", "DER"], check=True, capture_output=True).stdout
tbs = items(items(read(certificate)[1])[0][1])
serial, issuer = tbs[1][2], tbs[3][2]
sha256 = der(0x30, oid("2.16.840.1.101.3.4.2.1"))
attribute = lambda name, value: der(0x30, oid(name), der(0x31, value))
ess = der(0x30, der(0x30, der(0x30, der(4, hashlib.sha256(certificate).digest()))))
attributes = sorted([
    attribute("1.2.840.113549.1.9.3", oid("1.2.840.113549.1.9.16.1.4")),
    attribute("1.2.840.113549.1.9.4", der(4, hashlib.sha256(content).digest())),
    attribute("1.2.840.113549.1.9.16.2.47", ess),
])
open("signed.attrs", "wb").write(der(0x31, *attributes))
signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", key, "signed.attrs"], check=True, capture_output=True).stdout
info = der(0x30, der(2, b"\1"), der(0x30, issuer, serial), sha256, der(0xA0, *attributes),
           der(0x30, oid("1.2.840.10045.4.3.2")), der(4, signature))
data = der(0x30, der(2, b"\3"), der(0x31, sha256), encapsulated[2], der(0xA0, certificate), der(0x31, info))
open(out, "wb").write(der(0x30, status[2], der(0x30, oid("1.2.840.113549.1.7.2"), der(0xA0, data))))
