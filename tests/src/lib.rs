//! What crosses crates: journeys over the real program, the architecture table, vectors.
