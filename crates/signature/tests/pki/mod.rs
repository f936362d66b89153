//! A local authority for tests, made with the `openssl` command: root, sub-authority, signers, time stamps, revocation lists.
#![allow(dead_code, reason = "each test that includes it uses a part")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use signature::{Algorithm, DocumentKey, NotSigned};

/// A signer: name of its files, how it signs, and what its certificate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// P-256.
    Evaluator,
    /// P-384.
    Reviewer,
    /// RSA.
    Decision,
    /// P-256, a certificate for servers.
    Server,
    /// P-256, no longer valid.
    Expired,
}

impl Who {
    pub(crate) const ALL: [Self; 5] =
        [Self::Evaluator, Self::Reviewer, Self::Decision, Self::Server, Self::Expired];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Evaluator => "evaluator",
            Self::Reviewer => "reviewer",
            Self::Decision => "decision",
            Self::Server => "server",
            Self::Expired => "expired",
        }
    }

    fn algorithm(self) -> Algorithm {
        match self {
            Self::Reviewer => Algorithm::EcdsaP384,
            Self::Decision => Algorithm::RsaPkcs1,
            _ => Algorithm::EcdsaP256,
        }
    }
}

/// The files of the authority.
pub(crate) struct Pki(PathBuf);

/// A key whose signatures the `openssl` command makes.
pub(crate) struct Key {
    folder: PathBuf,
    name: &'static str,
    algorithm: Algorithm,
    certificates: Vec<Vec<u8>>,
}

impl DocumentKey for Key {
    fn certificates(&self) -> &[Vec<u8>] {
        &self.certificates
    }

    fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, NotSigned> {
        let hash = if self.algorithm == Algorithm::EcdsaP384 { "-sha384" } else { "-sha256" };
        let (file, key) = (format!("{}.message", self.name), format!("{}.key", self.name));
        fs::write(self.folder.join(&file), message).map_err(|e| NotSigned(e.to_string()))?;
        let out = openssl(&self.folder, &["dgst", hash, "-sign", &key, &file]);
        if out.status.success() { Ok(out.stdout) } else { Err(NotSigned("openssl refused".into())) }
    }
}

/// `openssl` with these arguments in that folder. The command must be there: without it nothing here can be shown.
pub(crate) fn openssl(folder: &Path, args: &[&str]) -> Output {
    Command::new("openssl").args(args).current_dir(folder).output().expect("the command openssl is installed")
}

fn must(folder: &Path, args: &[&str]) {
    let out = openssl(folder, args);
    assert!(out.status.success(), "openssl {args:?}: {}", String::from_utf8_lossy(&out.stderr));
}

const CONFIG: &str = "\
[root]\ndatabase=root.txt\nserial=root.srl\ncrlnumber=root.crlno\nnew_certs_dir=.\nprivate_key=root.key\ncertificate=root.crt\n\
default_md=sha256\npolicy=any\nunique_subject=no\ndefault_crl_days=30\n\
[sub]\ndatabase=sub.txt\nserial=sub.srl\ncrlnumber=sub.crlno\nnew_certs_dir=.\nprivate_key=sub.key\ncertificate=sub.crt\n\
default_md=sha256\npolicy=any\nunique_subject=no\ndefault_crl_days=30\n\
[any]\norganizationName=optional\ncommonName=supplied\n\
[req]\ndistinguished_name=dn\n[dn]\n\
[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n\
[subca]\nbasicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n\
authorityKeyIdentifier=keyid\n\
[signer]\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n\
extendedKeyUsage=1.3.6.1.5.5.7.3.36,emailProtection\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n\
[server]\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectKeyIdentifier=hash\n\
authorityKeyIdentifier=keyid\n\
[stamping]\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\n\
authorityKeyIdentifier=keyid\n\
[tsa]\ndefault_tsa=one\n[one]\nserial=./tsa.serial\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha384,sha512\n\
signer_digest=sha256\nordering=no\ntsa_name=no\ness_cert_id_alg=sha256\n";

impl Pki {
    /// Makes all keys, certificates and lists in a folder.
    pub(crate) fn new(folder: &Path) -> Self {
        fs::write(folder.join("pki.cnf"), CONFIG).expect("written");
        for (name, content) in [("txt", ""), ("srl", "1000\n"), ("crlno", "01\n")] {
            for ca in ["root", "sub"] {
                fs::write(folder.join(format!("{ca}.{name}")), content).expect("written");
            }
        }
        fs::write(folder.join("tsa.serial"), "01\n").expect("written");
        let pki = Self(folder.to_owned());
        pki.key("root", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
        let asked =
            ["req", "-new", "-key", "root.key", "-subj", "/O=Test/CN=Test Root", "-config", "pki.cnf"];
        must(folder, &[&asked[..], &["-out", "root.csr"]].concat());
        let itself =
            ["ca", "-batch", "-config", "pki.cnf", "-name", "root", "-selfsign", "-extensions", "ca"];
        let dates = ["-startdate", "20200101000000Z", "-enddate", "20390101000000Z"];
        must(
            folder,
            &[&itself[..], &dates[..], &["-in", "root.csr", "-notext", "-out", "root.crt"]].concat(),
        );
        pki.key("sub", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]);
        pki.issue(
            "root",
            "sub",
            "/O=Test/CN=Test Signers CA",
            "subca",
            ("20200101000000Z", "20390101000000Z"),
        );
        pki.key("tsa", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
        pki.issue("root", "tsa", "/O=Test/CN=Test Time", "stamping", ("20200101000000Z", "20390101000000Z"));
        for who in Who::ALL {
            let name = who.name();
            match who.algorithm() {
                Algorithm::EcdsaP256 => {
                    pki.key(name, &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
                }
                Algorithm::EcdsaP384 => {
                    pki.key(name, &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"])
                }
                Algorithm::RsaPkcs1 => {
                    pki.key(name, &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
                }
            }
            let until = if who == Who::Expired { "20210101000000Z" } else { "20390101000000Z" };
            let extensions = if who == Who::Server { "server" } else { "signer" };
            let subject = format!("/O=Nordwerk/CN=Dr. {name} Beispiel");
            pki.issue("sub", name, &subject, extensions, ("20200101000000Z", until));
        }
        pki.lists();
        pki
    }

    fn key(&self, name: &str, how: &[&str]) {
        let out = format!("{name}.key");
        must(&self.0, &[&["genpkey"], how, &["-out", &out]].concat());
    }

    fn issue(&self, ca: &str, name: &str, subject: &str, extensions: &str, (from, to): (&str, &str)) {
        let (key, request, out) = (format!("{name}.key"), format!("{name}.csr"), format!("{name}.crt"));
        let asked = ["req", "-new", "-key", &key, "-subj", subject, "-config", "pki.cnf", "-out", &request];
        must(&self.0, &asked);
        must(
            &self.0,
            &[
                "ca",
                "-batch",
                "-config",
                "pki.cnf",
                "-name",
                ca,
                "-in",
                &request,
                "-extensions",
                extensions,
                "-startdate",
                from,
                "-enddate",
                to,
                "-notext",
                "-out",
                &out,
            ],
        );
    }

    /// Both revocation lists anew.
    fn lists(&self) {
        for ca in ["root", "sub"] {
            let out = format!("{ca}.crl");
            must(&self.0, &["ca", "-config", "pki.cnf", "-name", ca, "-gencrl", "-out", &out]);
            let der = format!("{ca}.crl.der");
            must(&self.0, &["crl", "-in", &out, "-outform", "DER", "-out", &der]);
        }
    }

    /// Revokes a signer's certificate.
    pub(crate) fn revoke(&self, who: Who) {
        let file = format!("{}.crt", who.name());
        must(&self.0, &["ca", "-config", "pki.cnf", "-name", "sub", "-revoke", &file]);
        self.lists();
    }

    /// A certificate in DER.
    pub(crate) fn der(&self, name: &str) -> Vec<u8> {
        let file = format!("{name}.crt");
        openssl(&self.0, &["x509", "-in", &file, "-outform", "DER"]).stdout
    }

    /// The signer's key, with its certificates up to the root.
    pub(crate) fn signer(&self, who: Who) -> Key {
        let certificates = [who.name(), "sub", "root"].map(|name| self.der(name)).to_vec();
        Key { folder: self.0.clone(), name: who.name(), algorithm: who.algorithm(), certificates }
    }

    pub(crate) fn root(&self) -> Vec<Vec<u8>> {
        vec![self.der("root")]
    }

    pub(crate) fn crls(&self) -> Vec<Vec<u8>> {
        ["root.crl.der", "sub.crl.der"].map(|name| fs::read(self.0.join(name)).expect("a list")).to_vec()
    }

    /// A time-stamp reply over `data`, by the authority below the root.
    pub(crate) fn stamp(&self, data: &[u8]) -> Vec<u8> {
        let asked = signature::timestamp::request(data, *b"assay-01").expect("a request");
        fs::write(self.0.join("ask.tsq"), asked).expect("written");
        must(
            &self.0,
            &[
                "ts",
                "-reply",
                "-config",
                "pki.cnf",
                "-queryfile",
                "ask.tsq",
                "-signer",
                "tsa.crt",
                "-inkey",
                "tsa.key",
                "-chain",
                "root.crt",
                "-out",
                "reply.tsr",
            ],
        );
        fs::read(self.0.join("reply.tsr")).expect("a reply")
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }
}

/// The present in seconds since 1970, by the command `date`: the crate itself has no clock.
pub(crate) fn now() -> u64 {
    let out = Command::new("date").args(["-u", "+%s"]).output().expect("date runs");
    String::from_utf8_lossy(&out.stdout).trim().parse().expect("a number")
}
