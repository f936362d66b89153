//! A public-key infrastructure for tests, made with `openssl` and SoftHSM alone: a root, an authority below it, people
//! whose keys lie in three key stores, a time-stamp authority and revocation lists. Nothing in it is ours, so what it
//! says of our signatures is a second opinion.
//!
//! Journeys in `tests/tests` take it in with `#[path]`. It needs the packages `openssl`, `softhsm2` and `opensc`.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// What every key file and key store is opened with.
pub(crate) const PASSPHRASE: &str = "correct horse";
/// The PIN of the token.
pub(crate) const PIN: &str = "4711";
/// The label of the token.
pub(crate) const TOKEN: &str = "assay test";

/// Everything, in one folder.
pub(crate) struct Pki {
    /// The folder.
    pub(crate) folder: PathBuf,
}

/// Made for signing documents, and for nothing else.
const SIGNER: &str = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,nonRepudiation,digitalSignature\n\
    extendedKeyUsage=1.3.6.1.5.5.7.3.36,emailProtection\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n";
const AUTHORITY: &str = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n\
    subjectKeyIdentifier=hash\n";
const STAMPING: &str = "basicConstraints=critical,CA:FALSE\nextendedKeyUsage=critical,timeStamping\n\
    keyUsage=critical,digitalSignature\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n";
const TSA: &str = "[tsa]\ndefault_tsa = one\n[one]\nserial = ./tsa.serial\ndefault_policy = 1.2.3.4.1\n\
    digests = sha256, sha384, sha512\nsigner_digest = sha256\nordering = no\ntsa_name = no\ness_cert_id_alg = sha256\n";

const P256: [&str; 4] = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
const P384: [&str; 4] = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"];
const RSA: [&str; 4] = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];

impl Pki {
    /// Everything but the token, which takes a package that not everyone has: [`Pki::token`].
    ///
    /// | file | what it is |
    /// |---|---|
    /// | `root.pem`, `sub.pem`, `chain.pem` | the authorities; both in one file, the lower first |
    /// | `other.pem` | an authority that issued nothing here |
    /// | `root.crl`, `sub.crl` | revocation lists (DER); the second names `revoked.pem` |
    /// | `evaluator.key`, `.pem` | P-256, PKCS#8 with scrypt |
    /// | `reviewer.p12`, `.pem` | RSA 2048, PKCS#12 with its chain |
    /// | `decision.p12`, `.pem` | P-384, PKCS#12 with its chain |
    /// | `expired.key`, `revoked.key`, and `.pem` | P-256 in plain PKCS#8; the first was valid in 2020 |
    /// | `tsa.pem` | the time-stamp authority |
    pub(crate) fn new(folder: &Path) -> Self {
        let pki = Self { folder: folder.to_path_buf() };
        for (name, text) in [
            ("signer.ext", SIGNER),
            ("ca.ext", AUTHORITY),
            ("stamp.ext", STAMPING),
            ("tsa.cnf", TSA),
            ("tsa.serial", "01\n"),
        ] {
            fs::write(pki.path(name), text).expect("written");
        }
        for (name, subject) in [("root", "/O=Test/CN=Test Root"), ("other", "/O=Test/CN=Other Root")] {
            pki.key(name, &P256);
            pki.request(name, subject);
            let [csr, key, pem] = ["csr", "key", "pem"].map(|end| format!("{name}.{end}"));
            pki.openssl(&[
                "x509", "-req", "-in", &csr, "-signkey", &key, "-days", "3650", "-extfile", "ca.ext", "-out",
                &pem,
            ]);
        }
        pki.issue("sub", &P256, "/O=Test/CN=Test Issuing CA", "root", "ca.ext", "1825");
        let [sub, root] =
            ["sub.pem", "root.pem"].map(|name| fs::read_to_string(pki.path(name)).expect("read"));
        fs::write(pki.path("chain.pem"), sub + &root).expect("written");
        pki.issue("tsa", &P256, "/O=Test/CN=Test TSA", "root", "stamp.ext", "730");
        pki.people();
        pki.expired();
        pki.revocation();
        pki
    }

    fn people(&self) {
        for (name, kind, subject, days) in [
            ("evaluator", &P256, "/O=Example Lab/CN=Ada Example", "365"),
            ("reviewer", &RSA, "/O=Example Lab/CN=Rolf R\u{fc}ck", "365"),
            ("decision", &P384, "/O=Example Lab/CN=Dr. Bea Beispiel", "365"),
            ("revoked", &P256, "/O=Example Lab/CN=Lost Card", "365"),
        ] {
            self.issue(name, kind, subject, "sub", "signer.ext", days);
        }
        fs::rename(self.path("evaluator.key"), self.path("evaluator.plain.key")).expect("renamed");
        let pass = format!("pass:{PASSPHRASE}");
        self.openssl(&[
            "pkcs8",
            "-topk8",
            "-v2",
            "aes-256-cbc",
            "-scrypt",
            "-in",
            "evaluator.plain.key",
            "-passout",
            &pass,
            "-out",
            "evaluator.key",
        ]);
        for name in ["reviewer", "decision"] {
            let [key, pem, store] = ["key", "pem", "p12"].map(|end| format!("{name}.{end}"));
            self.openssl(&[
                "pkcs12",
                "-export",
                "-inkey",
                &key,
                "-in",
                &pem,
                "-certfile",
                "chain.pem",
                "-name",
                name,
                "-passout",
                &pass,
                "-out",
                &store,
            ]);
        }
    }

    /// A certificate that was valid in 2020: `openssl x509` counts from now, `openssl ca` takes dates.
    fn expired(&self) {
        self.authority("sub");
        self.key("expired", &P256);
        self.request("expired", "/O=Example Lab/CN=Long Gone");
        let ca = ["ca", "-config", "sub.cnf", "-keyfile", "sub.key", "-cert", "sub.pem", "-batch", "-notext"];
        let of = ["-startdate", "20200101000000Z", "-enddate", "20201231235959Z", "-extfile", "signer.ext"];
        let files = ["-in", "expired.csr", "-out", "expired.pem"];
        self.openssl(&[&ca[..], &of, &files].concat());
    }

    /// What `openssl ca` wants to know of an authority.
    fn authority(&self, name: &str) {
        let config = format!(
            "[ca]\ndefault_ca = one\n[one]\ndatabase = ./{name}.index\ndefault_md = sha256\nnew_certs_dir = .\n\
             rand_serial = yes\npolicy = any\ncrlnumber = ./{name}.crlnumber\ndefault_crl_days = 30\n\
             [any]\norganizationName = optional\ncommonName = supplied\n"
        );
        fs::write(self.path(&format!("{name}.cnf")), config).expect("written");
        fs::write(self.path(&format!("{name}.index")), "").expect("written");
        fs::write(self.path(&format!("{name}.crlnumber")), "01\n").expect("written");
    }

    fn revocation(&self) {
        self.authority("root");
        for name in ["root", "sub"] {
            let [file, key, pem, crl] = ["cnf", "key", "pem", "crl"].map(|end| format!("{name}.{end}"));
            let ca = ["ca", "-config", &file, "-keyfile", &key, "-cert", &pem];
            if name == "sub" {
                self.openssl(&[&ca[..], &["-revoke", "revoked.pem"]].concat());
            }
            self.openssl(&[&ca[..], &["-gencrl", "-out", "list.pem"]].concat());
            self.openssl(&["crl", "-in", "list.pem", "-outform", "DER", "-out", &crl]);
        }
    }

    /// A file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Its bytes.
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// `openssl` in the folder, whatever comes of it.
    pub(crate) fn try_openssl(&self, args: &[&str]) -> Output {
        Command::new("openssl").args(args).current_dir(&self.folder).output().expect("openssl runs")
    }

    /// `openssl` in the folder, which must succeed.
    pub(crate) fn openssl(&self, args: &[&str]) -> Vec<u8> {
        let out = self.try_openssl(args);
        assert!(out.status.success(), "openssl {args:?}: {}", String::from_utf8_lossy(&out.stderr));
        out.stdout
    }

    /// A key pair in plain PKCS#8.
    pub(crate) fn key(&self, name: &str, kind: &[&str]) {
        self.openssl(&[&["genpkey"][..], kind, &["-out", &format!("{name}.key")]].concat());
    }

    fn request(&self, name: &str, subject: &str) {
        let [key, csr] = ["key", "csr"].map(|end| format!("{name}.{end}"));
        self.openssl(&["req", "-new", "-utf8", "-key", &key, "-subj", subject, "-out", &csr]);
    }

    /// A key pair `NAME.key` and a certificate `NAME.pem` for it.
    pub(crate) fn issue(
        &self,
        name: &str,
        kind: &[&str],
        subject: &str,
        by: &str,
        extensions: &str,
        days: &str,
    ) {
        self.key(name, kind);
        self.request(name, subject);
        self.certify(name, by, extensions, days, &[]);
    }

    fn certify(&self, name: &str, by: &str, extensions: &str, days: &str, more: &[&str]) {
        let [csr, pem] = ["csr", "pem"].map(|end| format!("{name}.{end}"));
        let (ca, ca_key) = (format!("{by}.pem"), format!("{by}.key"));
        let mut args = vec!["x509", "-req", "-in", &csr, "-CA", &ca, "-CAkey", &ca_key, "-CAcreateserial"];
        args.extend(["-extfile", extensions, "-days", days, "-out", &pem]);
        args.extend(more);
        self.openssl(&args);
    }

    /// The reply of the time-stamp authority to a request, DER for DER.
    pub(crate) fn stamp(&self, request: &[u8]) -> Vec<u8> {
        fs::write(self.path("request.tsq"), request).expect("written");
        self.openssl(&[
            "ts",
            "-reply",
            "-config",
            "tsa.cnf",
            "-section",
            "one",
            "-queryfile",
            "request.tsq",
            "-inkey",
            "tsa.key",
            "-signer",
            "tsa.pem",
            "-out",
            "reply.tsr",
        ]);
        self.read("reply.tsr")
    }

    /// A token with two keys that were made in it, `signing` (P-256, id 01) and `sealing` (RSA 2048, id 02), each with
    /// its certificate, and `bare` (P-256, id 03) without one. The certificates also lie in `token.pem` and
    /// `sealing.pem`.
    pub(crate) fn token(&self) -> Token {
        let store = self.path("tokens");
        fs::create_dir_all(&store).expect("made");
        let config = self.path("softhsm2.conf");
        let text = format!(
            "directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n",
            store.display()
        );
        fs::write(&config, text).expect("written");
        let token = Token { config, module: softhsm() };
        token.tool(
            "softhsm2-util",
            &["--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", "12345678"],
        );
        for (id, label, kind, name, subject) in [
            ("01", "signing", "EC:prime256v1", "token", "/O=Example Lab/CN=Cara Card"),
            ("02", "sealing", "rsa:2048", "sealing", "/O=Example Lab/CN=Example Lab Seal"),
            ("03", "bare", "EC:prime256v1", "", ""),
        ] {
            token.pkcs11(&["--keypairgen", "--key-type", kind, "--id", id, "--label", label]);
            if !name.is_empty() {
                self.certify_token(&token, (id, label), name, subject);
            }
        }
        token
    }

    /// The private key never leaves the token, so the request is made with another one and the public key replaced.
    fn certify_token(&self, token: &Token, (id, label): (&str, &str), name: &str, subject: &str) {
        let public = format!("{name}.pub");
        let der = self.path(&public);
        token.pkcs11(&[
            "--read-object",
            "--type",
            "pubkey",
            "--id",
            id,
            "--output-file",
            &der.display().to_string(),
        ]);
        self.openssl(&["pkey", "-pubin", "-inform", "DER", "-in", &public, "-out", &format!("{public}.pem")]);
        self.key(name, &P256);
        self.request(name, subject);
        self.certify(name, "sub", "signer.ext", "365", &["-force_pubkey", &format!("{public}.pem")]);
        fs::remove_file(self.path(&format!("{name}.key"))).expect("removed");
        let certificate = format!("{name}.der");
        self.openssl(&["x509", "-in", &format!("{name}.pem"), "-outform", "DER", "-out", &certificate]);
        let certificate = self.path(&certificate).display().to_string();
        token.pkcs11(&["--write-object", &certificate, "--type", "cert", "--id", id, "--label", label]);
    }
}

/// A SoftHSM token.
pub(crate) struct Token {
    /// What the environment variable `SOFTHSM2_CONF` must name for whoever uses the token.
    pub(crate) config: PathBuf,
    /// The PKCS#11 module.
    pub(crate) module: PathBuf,
}

impl Token {
    /// A program with the token in its environment, which must succeed.
    pub(crate) fn tool(&self, program: &str, args: &[&str]) -> String {
        let mut command = Command::new(program);
        let out = command.args(args).env("SOFTHSM2_CONF", &self.config).output();
        let out = out.unwrap_or_else(|e| panic!("{program} (packages softhsm2, opensc): {e}"));
        assert!(out.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    fn pkcs11(&self, args: &[&str]) {
        let module = self.module.display().to_string();
        self.tool(
            "pkcs11-tool",
            &[&["--module", &module, "--token-label", TOKEN, "--login", "--pin", PIN], args].concat(),
        );
    }
}

/// Where distributions put the module of SoftHSM.
fn softhsm() -> PathBuf {
    let places = [
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib64/softhsm/libsofthsm.so",
        "/usr/lib64/pkcs11/libsofthsm2.so",
        "/usr/local/lib/softhsm/libsofthsm2.so",
    ];
    let found = places.iter().map(PathBuf::from).find(|path| path.exists());
    found.expect("SoftHSM's module: install the package softhsm2")
}
