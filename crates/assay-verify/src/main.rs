//! The stand-alone verifier; see [`assay_verify`].

use std::process::ExitCode;

fn main() -> ExitCode {
    assay_verify::run(std::env::args_os())
}
