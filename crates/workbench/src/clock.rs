//! The one clock and the one source of ids and secrets. Everything else takes them as arguments.

use time::{OffsetDateTime, macros::format_description};

use crate::Problem;

/// The device's time as the trail writes it: RFC 3339, UTC, milliseconds, `2026-11-23T05:00:00.000Z`.
/// It is a claim of this device, never used to order or to settle anything.
#[must_use]
pub fn now() -> String {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    let now = OffsetDateTime::now_utc();
    let format = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");
    now.format(&format).unwrap_or_else(|_| "1970-01-01T00:00:00.000Z".to_owned())
}

/// The device's time in whole seconds since 1970 (UTC), as X.509 and PDF count it.
#[must_use]
pub fn seconds() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    let now = OffsetDateTime::now_utc();
    u64::try_from(now.unix_timestamp()).unwrap_or_default()
}

/// The date, UTC, of a time since 1970; empty beyond the year 9999.
#[must_use]
pub fn day_of(time: std::time::Duration) -> String {
    let at = i64::try_from(time.as_secs()).ok().and_then(|s| OffsetDateTime::from_unix_timestamp(s).ok());
    let format = format_description!("[year]-[month]-[day]");
    at.and_then(|at| at.format(&format).ok()).unwrap_or_default()
}

/// Today's date, UTC, `2026-11-23`.
#[must_use]
pub fn today() -> String {
    now().chars().take(10).collect()
}

/// A new random id (RFC 9562, version 4).
#[must_use]
pub fn new_id() -> [u8; 16] {
    #[expect(clippy::disallowed_methods, reason = "the one source of ids")]
    let id = uuid::Uuid::new_v4();
    id.into_bytes()
}

/// Random bytes from the operating system, for secrets and salts.
///
/// # Errors
/// The operating system gives none (`random-unavailable`).
pub fn random<const N: usize>() -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Problem::new("random-unavailable").with("why", e))?;
    Ok(bytes)
}
