//! From nothing: the first start, and the whole way without a mouse.
