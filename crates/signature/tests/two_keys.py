"""Two key stores that `openssl pkcs12 -export` would not write: one with two keys, one whose certificate is of another key.

Only the standard library: the bags are plain, and the MAC is the one of RFC 7292, appendix B.
"""
import base64
import hashlib
import hmac
import os
import re
import sys


def der(tag, *parts):
    body = b"".join(parts)
    if len(body) < 128:
        return bytes([tag, len(body)]) + body
    length = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def oid(text):
    first, second, *rest = map(int, text.split("."))
    out = [40 * first + second]
    for number in rest:
        groups = [number & 0x7F]
        while number := number >> 7:
            groups.insert(0, 0x80 | number & 0x7F)
        out += groups
    return der(6, bytes(out))


def mac_key(password, salt, rounds):
    """RFC 7292, appendix B.2, for SHA-256 and one block of output."""
    password = password.encode("utf-16-be") + b"\0\0"
    fill = lambda text: (text * (64 // len(text) + 1))[: 64 * -(-len(text) // 64)]
    value = hashlib.sha256(b"\x03" * 64 + fill(salt) + fill(password)).digest()
    for _ in range(rounds - 1):
        value = hashlib.sha256(value).digest()
    return value


def pem(name):
    with open(name) as file:
        return base64.b64decode(re.search("-----BEGIN [^-]+-----(.+?)-----END", file.read(), re.S)[1])


def key(name):
    return der(0x30, oid("1.2.840.113549.1.12.10.1.1"), der(0xA0, pem(name)))


def certificate(name):
    value = der(0x30, oid("1.2.840.113549.1.9.22.1"), der(0xA0, der(4, pem(name))))
    return der(0x30, oid("1.2.840.113549.1.12.10.1.3"), der(0xA0, value))


def store(name, password, *bags):
    data = oid("1.2.840.113549.1.7.1")
    content = der(0x30, der(0x30, data, der(0xA0, der(4, der(0x30, *bags)))))
    salt = os.urandom(8)
    mac = hmac.new(mac_key(password, salt, 2048), content, "sha256").digest()
    algorithm = der(0x30, oid("2.16.840.1.101.3.4.2.1"), b"\x05\0")
    mac = der(0x30, der(0x30, algorithm, der(4, mac)), der(4, salt), der(2, (2048).to_bytes(2, "big")))
    with open(name, "wb") as file:
        file.write(der(0x30, der(2, b"\x03"), der(0x30, data, der(0xA0, der(4, content))), mac))


store("two.p12", sys.argv[1], key("evaluator.plain.key"), key("reviewer.key"), certificate("reviewer.pem"))
store("other.p12", sys.argv[1], key("evaluator.plain.key"), certificate("reviewer.pem"))
