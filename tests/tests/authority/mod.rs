//! A time-stamp authority for tests, made with the `openssl` command: offline, and behind a loopback server.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
};

use across::said;

/// With which certificate a reply is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signer {
    /// RSA, as it should be.
    Rsa,
    /// P-256, as it should be.
    Ec,
    /// Below a certificate in between.
    Below,
    /// Made for servers.
    OtherUsage,
    /// Made for time-stamping, but not marked critical.
    UsageNotCritical,
    /// No longer valid.
    Expired,
    /// As it should be, below another authority.
    OtherCa,
}

impl Signer {
    fn name(self) -> &'static str {
        match self {
            Self::Rsa => "rsa",
            Self::Ec => "ec",
            Self::Below => "below",
            Self::OtherUsage => "server",
            Self::UsageNotCritical => "soft",
            Self::Expired => "expired",
            Self::OtherCa => "stranger",
        }
    }
}

/// The files of the authority.
pub(crate) struct Authority(PathBuf);

/// `openssl` with these arguments in that folder.
pub(crate) fn openssl(folder: &Path, args: &[&str]) -> Output {
    Command::new("openssl").args(args).current_dir(folder).output().expect("openssl runs")
}

fn must(folder: &Path, args: &[&str]) {
    let out = openssl(folder, args);
    assert!(out.status.success(), "openssl {args:?}: {}", said(&out));
}

const CONFIG: &str = "\
[tsa]\ndefault_tsa = one\n[one]\nserial = ./serial\ndefault_policy = 1.2.3.4.1\ndigests = sha256\n\
signer_digest = sha256\nordering = no\ntsa_name = no\ness_cert_id_alg = sha256\n";

impl Authority {
    /// Makes all certificates in a folder.
    pub(crate) fn new(folder: &Path) -> Self {
        let ca = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n";
        let stamping = "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n";
        for (name, content) in [
            ("tsa.cnf", CONFIG),
            ("serial", "01\n"),
            ("ca.ext", ca),
            ("stamp.ext", stamping),
            ("server.ext", "extendedKeyUsage=critical,serverAuth\n"),
            ("soft.ext", "extendedKeyUsage=timeStamping\n"),
        ] {
            fs::write(folder.join(name), content).expect("written");
        }
        for (name, subject) in [("ca", "/O=Test/CN=Test CA"), ("other", "/O=Test/CN=Other CA")] {
            let key = format!("{name}.key");
            let crt = format!("{name}.crt");
            must(folder, &["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", &key]);
            let csr = format!("{name}.csr");
            must(folder, &["req", "-new", "-key", &key, "-subj", subject, "-out", &csr]);
            must(
                folder,
                &[
                    "x509", "-req", "-in", &csr, "-signkey", &key, "-days", "30", "-extfile", "ca.ext",
                    "-out", &crt,
                ],
            );
        }
        let made = Self(folder.to_path_buf());
        let rsa = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];
        let ec = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
        made.issue("middle", &ec, "ca", "ca.ext", "30");
        made.issue("rsa", &rsa, "ca", "stamp.ext", "30");
        made.issue("ec", &ec, "ca", "stamp.ext", "30");
        made.issue("below", &ec, "middle", "stamp.ext", "30");
        made.issue("server", &ec, "ca", "server.ext", "30");
        made.issue("soft", &ec, "ca", "soft.ext", "30");
        made.issue("expired", &ec, "ca", "stamp.ext", "-1");
        made.issue("stranger", &ec, "other", "stamp.ext", "30");
        made
    }

    fn issue(&self, name: &str, kind: &[&str], by: &str, extensions: &str, days: &str) {
        let [key, csr, crt] = ["key", "csr", "crt"].map(|end| format!("{name}.{end}"));
        must(&self.0, &[&["genpkey"][..], kind, &["-out", &key]].concat());
        let subject = if name == "middle" {
            "/O=Test/CN=Middle CA".to_owned()
        } else {
            "/O=Test/CN=Test TSA".to_owned()
        };
        must(&self.0, &["req", "-new", "-key", &key, "-subj", &subject, "-out", &csr]);
        let (ca, ca_key) = (format!("{by}.crt"), format!("{by}.key"));
        // A certificate that has ended already cannot be asked for in days by every version; dates can.
        let mut args = vec!["x509", "-req", "-in", &csr, "-CA", &ca, "-CAkey", &ca_key, "-CAcreateserial"];
        args.extend(["-extfile", extensions, "-out", &crt, "-days", days]);
        must(&self.0, &args);
    }

    /// The certificate that replies must lead to.
    pub(crate) fn ca(&self) -> PathBuf {
        self.0.join("ca.crt")
    }

    /// Another one.
    pub(crate) fn other_ca(&self) -> PathBuf {
        self.0.join("other.crt")
    }

    /// Answers a request; whether `openssl` was willing to.
    pub(crate) fn answer(&self, request: &Path, reply: &Path, signer: Signer) -> bool {
        answer(&self.0, request, reply, signer)
    }

    /// A reply signed with a certificate that `openssl ts` refuses to stamp with: made from the token's parts with
    /// `openssl cms`, which looks at no usage.
    pub(crate) fn forge(&self, request: &Path, reply: &Path, signer: Signer) {
        let good = self.0.join("good.tsr");
        assert!(self.answer(request, &good, Signer::Ec), "openssl answers");
        let script = include_str!("forge.py");
        let (key, crt) = (format!("{}.key", signer.name()), format!("{}.crt", signer.name()));
        let out = Command::new("python3")
            .args(["-c", script])
            .args([good.as_path(), reply, Path::new(&key), Path::new(&crt)])
            .current_dir(&self.0)
            .output()
            .expect("python3 runs");
        assert!(out.status.success(), "the reply is forged: {}", said(&out));
    }
}

fn answer(folder: &Path, request: &Path, reply: &Path, signer: Signer) -> bool {
    let (key, crt) = (format!("{}.key", signer.name()), format!("{}.crt", signer.name()));
    let path = |path: &Path| path.to_str().expect("a UTF-8 path").to_owned();
    let (request, reply) = (path(request), path(reply));
    let mut args = vec!["ts", "-reply", "-config", "tsa.cnf", "-section", "one", "-queryfile", &request];
    args.extend(["-inkey", &key, "-signer", &crt, "-out", &reply]);
    if signer == Signer::Below {
        args.extend(["-chain", "middle.crt"]);
    }
    let out = openssl(folder, &args);
    // A refusal is a reply as well, without a token.
    let told = openssl(folder, &["ts", "-reply", "-in", &reply, "-text"]);
    out.status.success() && said(&told).contains("Status: Granted")
}

/// A server on the loopback that answers `requests` requests and ends: `/stamp` stamps, the other paths misbehave each
/// in its way. Returns its port.
pub(crate) fn serve(folder: &Path, requests: usize) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let folder = folder.to_path_buf();
    thread::spawn(move || {
        for connection in listener.incoming().take(requests).flatten() {
            let _ = speak(&folder, connection);
        }
    });
    port
}

fn speak(folder: &Path, mut connection: TcpStream) -> std::io::Result<()> {
    let mut heard = Vec::new();
    let mut buffer = [0; 4096];
    let body = loop {
        let read = connection.read(&mut buffer)?;
        heard.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&heard).to_lowercase();
        let Some(end) = heard.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let length: usize = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok())
            .unwrap_or_default();
        if heard.len() >= end + 4 + length || read == 0 {
            break heard[end + 4..].to_vec();
        }
    };
    let first = String::from_utf8_lossy(&heard).lines().next().unwrap_or_default().to_owned();
    let asked =
        String::from_utf8_lossy(&heard).to_lowercase().contains("content-type: application/timestamp-query");
    let path = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
    let (status, extra, answer) = match path.as_str() {
        "stamp" | "replay" if first.starts_with("POST ") && asked => {
            let (tsq, tsr) = (folder.join("net.tsq"), folder.join("net.tsr"));
            if path == "replay" {
                // An honest reply, to another request over the same bytes.
                let mut other = body;
                let last = other.len() - 4;
                other[last] ^= 1;
                fs::write(&tsq, other)?;
            } else {
                fs::write(&tsq, body)?;
            }
            answer(folder, &tsq, &tsr, Signer::Ec);
            ("200 OK", "", fs::read(&tsr)?)
        }
        "elsewhere" => ("302 Found", "Location: /stamp\r\n", Vec::new()),
        "large" => ("200 OK", "", vec![0x30; 100_000]),
        "nonsense" => ("200 OK", "", b"hello".to_vec()),
        _ => ("404 Not Found", "", b"no".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/timestamp-reply\r\n{extra}Content-Length: {}\r\nConnection: close\r\n\r\n",
        answer.len()
    );
    connection.write_all(head.as_bytes())?;
    connection.write_all(&answer)
}
