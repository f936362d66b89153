//! One way to write an enum whose values travel as codes: in JSON, in events and in text ids.

/// Defines an enum whose variants have a fixed code.
///
/// The code is what JSON holds and what `Display` prints; it never changes once released.
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $code)] $variant, )+
        }

        impl $name {
            /// Every value, in the order of the definition.
            pub const ALL: &'static [$name] = &[ $( $name::$variant, )+ ];

            /// The code of this value, as JSON and events hold it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( $name::$variant => $code, )+ }
            }

            /// The value with this code, or `None` for a code that does not exist.
            #[must_use]
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $( $code => Some($name::$variant), )+ _ => None }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.code())
            }
        }
    };
}

/// The id of the text that belongs to a code: the prefix, then the code with hyphens.
pub(crate) fn text_id(prefix: &str, code: &str) -> alloc::string::String {
    alloc::format!("{prefix}-{}", code.replace('_', "-"))
}

pub(crate) use codes;
