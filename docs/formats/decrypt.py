#!/usr/bin/env python3
"""Makes a plain SQLite file of an encrypted dossier, with nothing but Python and the openssl command.

    decrypt.py DOSSIER COPY [KEYFILE]

The key comes from a key file (encryption.md), or from the passphrase, which is asked for; that needs the package
argon2-cffi. Every page's HMAC is checked. COPY is plain: it is for verify.py and for looking at with sqlite3; its pages keep
the room of the cipher, so Assay itself wants the copy that `assay protect --remove --to COPY` writes.
"""
import getpass
import hashlib
import hmac
import subprocess
import sys
import unicodedata

PAGE, SALT, IV, TAG = 16384, 16, 16, 64


def key_for(salt, arguments):
    if arguments:
        lines = dict(line.split(" ", 1) for line in open(arguments[0]).read().split("\n") if " " in line)
        if lines["salt"].strip() != salt.hex():
            sys.exit("the key file is for another dossier")
        return bytes.fromhex(lines["key"].strip())
    from argon2.low_level import Type, hash_secret_raw

    word = unicodedata.normalize("NFC", getpass.getpass("Passphrase: ")).encode()
    return hash_secret_raw(word, salt, 3, 65536, 4, 32, Type.ID)


def decrypted(key, iv, data):
    command = ["openssl", "enc", "-d", "-aes-256-cbc", "-nopad", "-K", key.hex(), "-iv", iv.hex()]
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def main(source, target, *arguments):
    data = open(source, "rb").read()
    salt = data[:SALT]
    key = key_for(salt, arguments)
    hmac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    if len(data) % PAGE:
        sys.exit("the file does not end at a page boundary")
    plain = []
    for number in range(1, len(data) // PAGE + 1):
        page = data[(number - 1) * PAGE : number * PAGE]
        start = SALT if number == 1 else 0
        signed, tag = page[start:-TAG], page[-TAG:]
        if not hmac.compare_digest(hmac.new(hmac_key, signed + number.to_bytes(4, "little"), "sha512").digest(), tag):
            sys.exit(f"page {number} does not check out: another key, or the file was changed")
        body = decrypted(key, signed[-IV:], signed[:-IV])
        plain.append((b"SQLite format 3\0" if number == 1 else b"") + body + bytes(IV + TAG))
    with open(target, "xb") as copy:
        copy.write(b"".join(plain))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
